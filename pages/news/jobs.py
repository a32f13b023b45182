"""What the plugin does regularly."""

import datetime as dt

from wagtail.models import Site

from cms.schedule import job
from pages.news.digest import send_digest_of


@job(every=dt.timedelta(days=1))
def send_digests(site: Site) -> None:
    """The weekly mail of one service."""
    send_digest_of(site)
