"""Record who has read a person's record."""

from typing import Any

from wagtail.models import Site


def log_read(
    *, site: Site, user: Any, kind: str, reference: str, action: str = "view"
) -> Any:
    """Append to the log that `user` has viewed, exported or printed a record.

    `kind` is the label of what was read, `reference` its number; neither names anyone.
    """
    from cms.models.privacy import ReadLog

    return ReadLog.objects.create(
        site=site,
        user=user,
        reader=user.get_username(),
        kind=kind,
        reference=reference,
        action=ReadLog.Action(action),
    )
