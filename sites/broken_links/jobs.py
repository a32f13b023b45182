"""What is done by itself: write down what was not found, and forget it in time."""

import datetime as dt

from wagtail.models import Site

from cms.schedule import job
from sites.broken_links.checking import send_for_due
from sites.broken_links.collecting import collect
from sites.broken_links.missed import forget, write_down


@job(every=dt.timedelta(hours=1))
def write_down_missed() -> None:
    """Every site's, one at a time."""
    for site in Site.objects.filter(profile__isnull=False):
        write_down(site)


@job(every=dt.timedelta(days=1))
def forget_missed() -> None:
    """What nobody has asked for in a long time."""
    forget()


@job(every=dt.timedelta(days=1))
def collect_links() -> None:
    """Those on the pages of every site that is open, one site at a time."""
    for site in Site.objects.filter(
        profile__isnull=False, profile__suspended_at__isnull=True
    ).select_related("profile", "root_page"):
        collect(site)


@job(every=dt.timedelta(minutes=10))
def check_links() -> None:
    """Let the worker look where links lead: at a website one address at a time."""
    send_for_due()
