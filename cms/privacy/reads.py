"""Record who has read a person's record, or a list of records, and from where."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Site

from cms.browser_names import browser_of
from cms.client_address import coarse_address

SAME_LOOK = timedelta(minutes=15)
"""Within it the same people in the same list, to the same reader, are one look."""


def log_read(
    *,
    site: Site,
    user: Any,
    kind: str,
    reference: str,
    action: str = "view",
    request: HttpRequest | None = None,
    count: int = 1,
) -> Any:
    """Append to the log that `user` has opened, exported or printed a record.

    `kind` is the label of what was read, `reference` its number; neither names anyone.
    From the `request` it takes from where, as far as that can be believed.
    """
    entry = _entry(site, user, kind, reference, action, request, count)
    entry.save(force_insert=True)
    return entry


def log_reads(
    *,
    site: Site,
    user: Any,
    kind: str,
    references: Iterable[str],
    action: str,
    request: HttpRequest | None = None,
) -> None:
    """The same for many records at once: one entry each, in few queries.

    Each says how many were read together.
    """
    from cms.models.privacy import ReadLog

    read = list(references)
    entries = [
        _entry(site, user, kind, each, action, request, len(read)) for each in read
    ]
    ReadLog.objects.bulk_create(entries, batch_size=500)


def log_archive(*, site: Site, kind: str, by: str, count: int) -> None:
    """Append that `by`, who has no account here, takes all records out as files."""
    from cms.models.privacy import ReadLog

    ReadLog.objects.create(
        site=site,
        reader=by[: ReadLog._meta.get_field("reader").max_length],
        kind=kind,
        action=ReadLog.Action.EXPORT,
        count=count,
    )


def log_list(
    *,
    site: Site,
    kind: str,
    references: Iterable[str],
    request: HttpRequest,
    action: str = "list",
) -> None:
    """Append that the person at `request` saw these records' names in one list.

    One entry, whatever the number; none for an empty list, nor for the same list again
    within a quarter of an hour: who leafs back and forth has looked once.
    """
    from cms.models.privacy import ReadLog

    read = list(references)
    if not read:
        return
    entry = _entry(site, request.user, kind, "", action, request, len(read))
    entry.listed = f" {' '.join(read)} "
    same = {"user": entry.user, "action": entry.action, "listed": entry.listed}
    recent = {"site": site, "kind": kind, "at__gte": timezone.now() - SAME_LOOK}
    if not ReadLog.objects.filter(**recent, **same).exists():
        entry.save(force_insert=True)


def _entry(
    site: Site,
    user: Any,
    kind: str,
    reference: str,
    action: str,
    request: HttpRequest | None,
    count: int,
) -> Any:
    from cms.models.privacy import ReadLog

    return ReadLog(
        site=site,
        user=user,
        reader=user.get_username(),
        kind=kind,
        reference=reference,
        action=ReadLog.Action(action),
        address=coarse_address(request) if request else "",
        browser=browser_of(request) if request else "",
        count=count,
    )
