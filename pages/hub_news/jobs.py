"""What the plugin does regularly."""

import datetime as dt

from wagtail.models import Site

from cms.schedule import job
from pages.hub_news.outside.following import send_for_due


@job(every=dt.timedelta(minutes=5))
def visit_feeds(hub: Site) -> None:
    """Send for the feeds whose time has come."""
    send_for_due(hub)
