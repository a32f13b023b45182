"""The viewset: its screens are those of the host's site, for its staff alone."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from cms.admin import SiteOwnedViewSet
from cms.models import MailWords
from sites.mail_words.screens import EditView, IndexView


class MailWordsViewSet(SiteOwnedViewSet):
    """Words of mails, /admin/mail-words/."""

    model = MailWords
    name = "mail_words"
    url_prefix = "mail-words"
    icon = "mail"
    menu_label = _("Words of mails")
    add_to_settings_menu = True
    menu_order = 3

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return {"viewset": self, "model": self.model, **kwargs}

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.construct_view(IndexView), name="index"),
            path("<str:slug>/", self.construct_view(EditView), name="edit"),
        ]

    # Permissions follow from roles at a site, never from Django's global ones; and a
    # version is never opened by itself.
    def register_permissions(self) -> None:
        pass

    def register_admin_url_finder(self) -> None:
        pass
