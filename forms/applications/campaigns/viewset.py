"""The screens of campaigns: list, form, paper, and how many came."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn

from cms.admin import SiteOwnedViewSet
from forms.applications.campaigns import screens
from forms.applications.campaigns.models import Campaign


class CampaignViewSet(SiteOwnedViewSet):
    """The campaigns of the host's service, for its coordinators and managers."""

    model = Campaign
    name = "campaigns"
    icon = "tag"
    menu_label = _("Recruiting")
    menu_order = 110
    add_to_admin_menu = True
    form_fields = ["title", "code", "begins", "ends", "archived"]
    index_view_class = screens.CampaignList
    add_view_class = screens.NewCampaign
    edit_view_class = screens.ChangedCampaign
    delete_view_class = screens.DeletedCampaign

    @property
    def list_display(self) -> list[Column]:
        return [
            TitleColumn(
                "title",
                label=_("Name"),
                url_name=self.get_url_name("edit"),
                sort_key="title",
            ),
            screens.NamedColumn("code", label=_("Code")),
            screens.DayColumn("begins", label=_("First day")),
            screens.DayColumn("ends", label=_("Last day")),
            screens.PapersColumn("papers", label=_("To print"), viewset=self),
        ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(
            **{
                "counts_url_name": self.get_url_name("counts"),
                "export_url_name": self.get_url_name("export"),
                **kwargs,
            }
        )

    def get_urlpatterns(self) -> list[URLPattern]:
        view = self.construct_view
        poster = view(screens.SheetView, paper="poster")
        cards = view(screens.SheetView, paper="cards")
        return [
            *super().get_urlpatterns(),
            path("poster/<int:pk>/", poster, name="poster"),
            path("cards/<int:pk>/", cards, name="cards"),
            path("counts/", view(screens.CountsView), name="counts"),
            path("counts/export/", view(screens.ExportView), name="export"),
        ]
