"""Alerts are furniture: every public page shows them."""

from typing import Any

from wagtail.models import Site

from cms.theme.furniture import register_furniture
from sites.alerts.shown import alerts_shown


@register_furniture
def alerts_on_every_page(site: Site, language: str) -> dict[str, Any]:
    """Those of the site and those of the hub that reach it."""
    return {"alerts": alerts_shown(site, language)}
