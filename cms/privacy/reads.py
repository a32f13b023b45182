"""Record who has read a person's record."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Site


def log_read(
    *, site: Site, user: Any, kind: str, reference: str, action: str = "view"
) -> Any:
    """Append to the log that `user` has viewed, exported or printed a record.

    `kind` is the label of what was read, `reference` its number; neither names anyone.
    """
    entry = _entry(site, user, kind, reference, action)
    entry.save(force_insert=True)
    return entry


def log_reads(
    *, site: Site, user: Any, kind: str, references: Iterable[str], action: str
) -> None:
    """The same for many records at once: one entry each, in few queries."""
    from cms.models.privacy import ReadLog

    entries = [_entry(site, user, kind, each, action) for each in references]
    ReadLog.objects.bulk_create(entries, batch_size=500)


def _entry(site: Site, user: Any, kind: str, reference: str, action: str) -> Any:
    from cms.models.privacy import ReadLog

    return ReadLog(
        site=site,
        user=user,
        reader=user.get_username(),
        kind=kind,
        reference=reference,
        action=ReadLog.Action(action),
    )
