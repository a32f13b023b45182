"""When feeds are visited, and what becomes of their items when one no longer is."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from cms.models import Offer
from cms.offers.outside import withdraw_outside
from pages.hub_news.models import OutsideFeed
from pages.hub_news.outside.tasks import visit_feed
from pages.hub_news.outside.visiting import EVERY


def send_for_due(hub: Site) -> None:
    """Let the worker visit every feed whose time has come: each by itself."""
    now = timezone.now()
    due = OutsideFeed.objects.filter(site=hub, is_active=True, due_at__lte=now)
    for pk in list(due.values_list("pk", flat=True)):
        # Until then nobody sends for it again, should the worker be behind.
        if due.filter(pk=pk).update(due_at=now + EVERY):
            visit_feed.enqueue(pk)


def send_for(feed: OutsideFeed) -> None:
    """Visit it soon: its editor has just written or changed it."""
    if feed.is_active:
        transaction.on_commit(lambda: visit_feed.enqueue(feed.pk))


def withdraw_waiting(feed: OutsideFeed) -> None:
    """It is about to be deleted: what still waits goes, what was decided on stays.

    Unless another feed of the same authority and language could have brought it.
    """
    origin = feed.authority.slug
    others = OutsideFeed.objects.filter(site=feed.site, authority=feed.authority)
    if not others.exclude(pk=feed.pk).filter(language=feed.language).exists():
        waiting = Offer.objects.filter(
            site=feed.site, origin=origin, state=Offer.State.OFFERED
        ).filter(**{f"ready_{feed.language}": True})
        keys = list(waiting.values_list("translation_key", flat=True))
        withdraw_outside(hub=feed.site, origin=origin, keys=keys)
