"""Publish and unpublish what has come due, as Wagtail's own command does.

That command stops for good at a page whose plugin is not installed: every page after
it would wait for ever. Such pages are left as they are until their package is back; one
that is held back stays scheduled, and goes live once nothing holds it any more.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from cms.publishing import HeldBack
from cms.retirement import missing_type_ids


def publish_and_expire() -> None:
    """Unpublish what has expired, then publish what was scheduled."""
    for row in _expired():
        row.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    for revision in _scheduled():
        with suppress(HeldBack):
            revision.publish(log_action="wagtail.publish.scheduled")


def _expired() -> Iterator[Any]:
    now = timezone.now()
    for rows in (_pages(), *_other_drafts()):
        # A list: unpublishing one may change which rows the query finds.
        yield from list(rows.filter(live=True, expire_at__lt=now).order_by("expire_at"))


def _pages() -> QuerySet[Any]:
    pages: QuerySet[Any] = Page.objects.exclude(content_type__in=missing_type_ids())
    return pages


def _other_drafts() -> Iterator[QuerySet[Any]]:
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            yield model._default_manager.all()


def _scheduled() -> list[Any]:
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now())
    known = due.exclude(content_type__in=missing_type_ids())
    return list(known.order_by("approved_go_live_at"))
