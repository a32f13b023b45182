"""Publish both languages at once, or one alone for a reason and until a time."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision, Site

from cms.language.translations import ask_for_translation
from cms.models import PluginPage
from sites.parity.models import PublishedAlone
from sites.parity.pairs import Half, bound_site, half, pair_of


class NotReady(Exception):
    """One of the two languages cannot be published yet."""


@transaction.atomic
def publish_both(*, page: PluginPage, by: Any) -> list[PluginPage]:
    """Publish both languages of a page at once; NotReady where one keeps the other.

    At the time for which `page` is scheduled, where it is.
    """
    pair = pair_of(page)
    if pair is None:
        raise NotReady
    halves = [half(pair), half(page)]
    if not all(one.is_ready for one in halves):
        raise NotReady
    drafts = [_newest(one, by) for one in halves if _is_draft(one)]
    at = page.get_latest_revision_as_object().go_live_at
    # Both are due before either is published: so neither keeps the other back.
    for revision in [_schedule(draft, at, by) for draft in drafts]:
        revision.publish(user=by)
    return drafts


def _is_draft(one: Half) -> bool:
    return not one.is_live or bool(one.page.has_unpublished_changes)


def _newest(one: Half, by: Any) -> PluginPage:
    """The page with what its translation says; nothing of it was written until now."""
    if one.translation is not None:
        one.translation.save_target(user=by, publish=False)
        one.page.refresh_from_db()
    return one.page


def _schedule(page: PluginPage, at: dt.datetime | None, by: Any) -> Revision:
    draft = page.get_latest_revision_as_object()
    revision: Revision = page.get_latest_revision()
    if draft.go_live_at != at:
        draft.go_live_at = at
        revision = draft.save_revision(user=by)
    revision.approved_go_live_at = at or timezone.now()
    revision.save(update_fields=["approved_go_live_at"])
    return revision


@transaction.atomic
def publish_alone(
    *, page: PluginPage, by: Any, due_at: dt.datetime, reason: str, is_urgent: bool
) -> PublishedAlone:
    """Publish one language of a page now, and promise the other by `due_at`.

    The translators are asked for it and find it on their list.

    ValueError where no promise is asked for, or where none is made.
    """
    site = bound_site(page)
    if site is None or not (reason or is_urgent) or due_at <= timezone.now():
        raise ValueError("A page alone needs a reason and a time to come.")
    promise = promise_the_other(
        site=site, page=page, by=by, due_at=due_at, reason=reason, is_urgent=is_urgent
    )
    page.get_latest_revision().publish(user=by)
    ask_for_translation(
        site=site,
        page=page,
        language=promise.awaited,
        due_on=promise.due_on,
        by=by,
        note=reason,
    )
    return promise


def promise_the_other(
    *,
    site: Site,
    page: Page,
    by: Any,
    due_at: dt.datetime,
    reason: str,
    is_urgent: bool,
) -> PublishedAlone:
    """Write the promise; one that was open is thereby given more time."""
    rows = PublishedAlone.objects.filter(
        site=site, translation_key=page.translation_key, outcome=""
    )
    rows.update(outcome=PublishedAlone.Outcome.LONGER, closed_at=timezone.now())
    promise: PublishedAlone = PublishedAlone.objects.create(
        site=site,
        page_id=page.pk,
        translation_key=page.translation_key,
        title=page.get_latest_revision_as_object().title,
        language=page.locale.language_code,
        is_urgent=is_urgent,
        reason=reason,
        due_at=due_at,
        given_by=by,
    )
    return promise
