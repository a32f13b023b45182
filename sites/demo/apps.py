"""The demo: front door, mailbox and content. Installed by the demo settings only."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemoConfig(AppConfig):
    name = "sites.demo"
    label = "demo"
    verbose_name = _("Demonstration")
    host_not_on_pages = ("*",)
