"""The screens in Wagtail's admin."""

from wagtail import hooks

from sites.alerts.viewset import AlertViewSet


@hooks.register("register_admin_viewset")
def add_alerts() -> AlertViewSet:
    """Alerts, /admin/alerts/."""
    return AlertViewSet()
