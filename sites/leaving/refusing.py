"""Why a service cannot be removed now; each reason is a sentence for the operator."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps

from cms.models import OutboundEmail
from cms.retention import unfiled
from sites.entry.models import IdentityProvider
from sites.leaving.belongings import Belongings
from sites.staff.models import Invitation

# Sealed too, but a mail repeats what a record says, and the others are about staff.
_NO_RECORDS = (OutboundEmail, IdentityProvider, Invitation)


class Refused(Exception):
    """The service stands as it stood; `reasons` say why."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


def reasons_to_refuse(owned: Belongings, *, destroy_records: str) -> Iterator[str]:
    """What must be done first.

    A person's record goes only when somebody says, by name and in writing, where it is
    kept: the platform must never destroy the only record of a child's request.
    """
    site = owned.site
    if site.profile.is_hub:
        yield "The national hub cannot be removed: every service's news leads to it."
    if site.profile.suspended_at is None:
        yield "It is open: suspend it first, so that nobody writes while it goes."
    unsent = owned.of(OutboundEmail).exclude(status=OutboundEmail.Status.SENT).count()
    if unsent and not destroy_records.strip():
        yield f"Mails that have not reached anybody yet: {unsent}."
    for rows in unfiled(site=site):
        if count := rows.count():
            name = rows.model._meta.verbose_name_plural
            yield (
                f"{count} × {name} are not filed in the child's case record. Each is"
                " filed on its own screen first: resume the service for that."
            )
    for model, count in records_of_people(owned):
        if not destroy_records.strip():
            name = model._meta.verbose_name_plural
            yield (
                f"{count} × {name}. One may be the only record of a child's request."
                " File them in the council's own systems, then name who did, where and"
                " when, with --destroy-records."
            )


def records_of_people(owned: Belongings) -> Iterator[tuple[type[Any], int]]:
    """Models with sealed rows about people outside the service, and how many."""
    for model in apps.get_models():
        is_record = hasattr(model, "row_key") and model not in _NO_RECORDS
        if is_record and (count := len(owned.rows.get(model, ()))):
            yield model, count
