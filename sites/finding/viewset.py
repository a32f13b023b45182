"""The screens of best results."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, PageChooserPanel
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic

from cms.admin import SiteOwnedViewSet
from sites.finding.models import BestBet


class OfItsSite:
    """A form of a best result: its page is judged by its own site."""

    def get_form(self, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(*args, **kwargs)  # type: ignore[misc]  # a mixin
        form.instance.site = self.site  # type: ignore[attr-defined]  # SiteScoped's
        return form


class BetList(generic.IndexView):
    """The best results of the host's site."""

    table_classname = "listing iv-stacked"

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("page__locale")


class NewBet(OfItsSite, generic.CreateView):
    """A new one."""


class ChangedBet(OfItsSite, generic.EditView):
    """One, changed."""


class NamedColumn(Column):
    """A value that says on a phone what it is."""

    cell_template_name = "alerts/admin/named.html"


class BestBetViewSet(SiteOwnedViewSet):
    """Words and the page that comes first for them."""

    model = BestBet
    name = "best-results"
    url_prefix = "best-results"
    icon = "search"
    menu_label = _("Best results")
    menu_order = 170
    add_to_admin_menu = True
    edit_handler = ObjectList([FieldPanel("words"), PageChooserPanel("page")])
    index_view_class = BetList
    add_view_class = NewBet
    edit_view_class = ChangedBet

    @property
    def list_display(self) -> list[Any]:
        return [
            TitleColumn(
                "words",
                label=_("Words people type"),
                url_name=self.get_url_name("edit"),
            ),
            NamedColumn("page", label=_("Page that comes first")),
            NamedColumn("page__locale", label=_("Language"), accessor="page.locale"),
        ]
