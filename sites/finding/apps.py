"""Best results of the search, and what is to be mended on pages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FindingConfig(AppConfig):
    name = "sites.finding"
    label = "finding"
    verbose_name = _("Finding things")
    host_not_on_pages = ("*",)

    def ready(self) -> None:
        from sites.finding import bets, panel  # noqa: F401  (they register themselves)

        panel.install()
