"""Take both languages of a page down at once, or one alone for a reason."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from cms.language.translations import ask_for_translation
from sites.parity.going import going_together
from sites.parity.leaving import STANDS, left_alone, only, with_below
from sites.parity.models import PublishedAlone
from sites.parity.pairs import bound_site, pair_of
from sites.parity.services import promise_the_other


def both_of(page: Page, *, below: bool) -> list[Page]:
    """What goes when both languages go: of the pages below too, where asked."""
    pages = with_below(page) if below else only(page)
    return [*pages.filter(STANDS), *left_alone(pages)]


@transaction.atomic
def take_down_both(*, page: Page, by: Any, below: bool = False) -> list[Page]:
    """Unpublish a page in both languages."""
    pages = both_of(page, below=below)
    with going_together(one.pk for one in pages):
        for one in pages:
            one.specific.unpublish(user=by)
    return pages


@transaction.atomic
def delete_both(*, page: Page, by: Any) -> None:
    """Delete a page in both languages, each with the pages below it."""
    pair = pair_of(page)
    halves = [page, *([pair] if pair else [])]
    with going_together(pk for one in halves for pk in _ids_below(one)):
        for one in halves:
            one.delete(user=by)


@transaction.atomic
def take_down_alone(
    *, page: Page, by: Any, due_at: dt.datetime, reason: str, below: bool = False
) -> list[PublishedAlone]:
    """Unpublish one language; the other may stand alone until `due_at`.

    ValueError where no promise is asked for, or where none is made.
    """
    site = bound_site(page)
    if site is None or not reason or due_at <= timezone.now():
        raise ValueError("One language is taken down with a reason and a time to come.")
    pages = with_below(page) if below else only(page)
    told = {"site": site, "by": by, "due_at": due_at, "reason": reason}
    promises = [
        promise_the_other(page=left, is_urgent=False, **told)
        for left in left_alone(pages)
    ]
    for one in pages.filter(STANDS):
        one.specific.unpublish(user=by)
    for promise in promises:
        ask_for_translation(
            site=site,
            page=promise.page,
            language=promise.awaited,
            due_on=promise.due_on,
            by=by,
            note=reason,
        )
    return promises


def _ids_below(page: Page) -> list[int]:
    return list(with_below(page).values_list("pk", flat=True))
