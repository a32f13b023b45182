"""The screens of the feeds that the hub follows: list, form, an end to it."""

from typing import Any

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic

from cms.admin import SiteOwnedViewSet
from pages.hub_news.models import OutsideFeed
from pages.hub_news.outside.following import send_for, withdraw_waiting
from pages.hub_news.outside.wording import standing
from sites.models import Authority


class StandingColumn(Column):
    """How the feed is doing."""

    cell_template_name = "hub_news/admin/standing.html"

    def get_value(self, instance: OutsideFeed) -> list[str]:
        return standing(instance)


class AddressColumn(Column):
    """Where the feed is, broken where a narrow screen needs it."""

    cell_template_name = "hub_news/admin/address.html"


class FeedList(generic.IndexView):
    """The feeds by the names of their authorities."""

    table_classname = "listing iv-stacked"

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("authority")


class OfItsHub:
    """A form of a feed: authorities of now, in the order of the reader's alphabet."""

    def get_form(self, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(*args, **kwargs)
        form.instance.site = self.site
        language = (get_language() or "en")[:2]
        field = form.fields["authority"]
        field.queryset = Authority.objects.current().in_order(language)
        field.label_from_instance = lambda one: one.area_name(language)
        return form

    def save_instance(self) -> Any:
        self.form.instance.begin_anew()
        saved = super().save_instance()
        send_for(saved)
        return saved


class NewFeed(OfItsHub, generic.CreateView):
    """A feed, followed from now on."""


class ChangedFeed(OfItsHub, generic.EditView):
    """A feed, changed: it is read at once."""


class EndedFeed(generic.DeleteView):
    """The hub follows it no longer."""

    @property
    def confirmation_message(self) -> Any:
        return _(
            "Stop following it? What waits of it leaves the queue. What you have"
            " accepted stays among the news until you choose not to show it."
        )

    @transaction.atomic
    def delete_action(self) -> None:
        withdraw_waiting(self.object)
        super().delete_action()


class OutsideFeedViewSet(SiteOwnedViewSet):
    """The feeds of authorities that are not on the platform, at /admin/hub_feeds/."""

    model = OutsideFeed
    name = "hub_feeds"
    icon = "site"
    menu_label = _("Feeds from outside")
    add_to_admin_menu = True
    form_fields = ["authority", "url", "language", "is_active"]
    index_view_class = FeedList
    add_view_class = NewFeed
    edit_view_class = ChangedFeed
    delete_view_class = EndedFeed

    @property
    def list_display(self) -> list[Any]:
        return [
            TitleColumn(
                "authority",
                label=_("Local authority"),
                accessor=_place,
                width="20%",
                url_name=self.get_url_name("edit"),
            ),
            Column("get_language_display", label=_("Language")),
            AddressColumn("url", label=_("Address")),
            StandingColumn("standing", label=_("How it is doing")),
        ]


def _place(feed: OutsideFeed) -> str:
    return feed.authority.area_name((get_language() or "en")[:2])
