"""Drafts shown to people without an account, by a secret link for a while."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DraftsConfig(AppConfig):
    name = "sites.drafts"
    label = "drafts"
    verbose_name = _("Shared drafts")
    host_not_on_pages = ("*",)
