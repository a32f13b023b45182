"""What is done by itself: write down what was not found, and forget it in time."""

import datetime as dt
import logging
from collections.abc import Callable, Iterable

from wagtail.models import Site

from cms.schedule import job
from sites.broken_links.checking import send_for_due
from sites.broken_links.collecting import collect
from sites.broken_links.missed import forget, write_down

logger = logging.getLogger(__name__)


class NotEverySite(Exception):
    """Something failed at some sites; at all the others it was done."""


@job(every=dt.timedelta(hours=1))
def write_down_missed() -> None:
    """Every site's, one at a time."""
    at_each(Site.objects.filter(profile__isnull=False), write_down)


@job(every=dt.timedelta(days=1))
def forget_missed() -> None:
    """What nobody has asked for in a long time."""
    forget()


@job(every=dt.timedelta(days=1))
def collect_links() -> None:
    """Those on the pages of every site that is open, one site at a time."""
    sites = Site.objects.filter(
        profile__isnull=False, profile__suspended_at__isnull=True
    )
    at_each(sites.select_related("profile", "root_page"), collect)


@job(every=dt.timedelta(minutes=10))
def check_links() -> None:
    """Let the worker look where links lead: at a website one address at a time."""
    send_for_due()


def at_each(sites: Iterable[Site], act: Callable[[Site], None]) -> None:
    """Do it at one after the other; one where it fails stops no other."""
    failed = 0
    for site in sites:
        try:
            act(site)
        except Exception as error:  # noqa: BLE001 (one site must not stop the others)
            kind = type(error).__name__
            logger.error("Links of site %s were not seen to: %s", site.pk, kind)
            failed += 1
    if failed:
        raise NotEverySite(f"{failed} sites are left.")
