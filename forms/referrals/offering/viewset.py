"""The screens of the log of offers and of those who fill it, for caseworkers."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from cms.admin import SiteOwnedViewSet
from forms.referrals.offering import officers, screens
from forms.referrals.offering.models import OfferLink, OfferRecord


class _OwnScreens(SiteOwnedViewSet):
    """No form of Wagtail's opens these rows; roles at a site say who may."""

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        own = {"viewset": self, "model": self.model, "header_icon": self.icon}
        return {**own, **kwargs}

    def register_permissions(self) -> None:
        pass

    def register_admin_url_finder(self) -> None:
        pass


class OfferLog(_OwnScreens):
    """The log: counts, lines, a file."""

    model = OfferRecord
    name = "offer_log"
    icon = "form"
    menu_label = _("Log of offers")
    menu_order = 112
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        view = self.construct_view
        return [
            path("", view(screens.LogView), name="index"),
            path("export/", view(screens.ExportView), name="export"),
            path("<int:pk>/delete/", view(screens.DeleteView), name="delete"),
        ]


class OfferLinks(_OwnScreens):
    """Who has a link: reached from the log."""

    model = OfferLink
    name = "offer_links"
    icon = "group"
    menu_label = _("Reviewing officers")

    def get_urlpatterns(self) -> list[URLPattern]:
        view = self.construct_view
        return [
            path("", view(officers.OfficersView), name="index"),
            path("new/", view(officers.AddView), name="add"),
            path("<int:pk>/send/", view(officers.SendView), name="send"),
            path("<int:pk>/renew/", view(officers.RenewView), name="renew"),
            path("<int:pk>/withdraw/", view(officers.WithdrawView), name="withdraw"),
        ]
