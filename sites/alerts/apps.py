"""Alerts, shown at the top of every public page while their time lasts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AlertsConfig(AppConfig):
    name = "sites.alerts"
    label = "alerts"
    verbose_name = _("Alerts")

    def ready(self) -> None:
        from sites.alerts import furniture  # noqa: F401  (puts them on every page)
