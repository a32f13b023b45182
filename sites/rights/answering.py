"""The answers: a bundle handed over, something corrected, something erased for good."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.debug import sensitive_variables

from cms.privacy import Found, correct
from sites.rights.bundle import Section, undecided, written
from sites.rights.finding import Record, key_of
from sites.rights.models import RightsRequest
from sites.rights.services import IdentityUnknown, RightsError, locked


class Undecided(RightsError):
    """A line of the bundle waits for a decision."""


class NothingDone(RightsError):
    """No record was chosen, nothing was corrected, nothing was erased."""


class NotTaken(RightsError):
    """The field does not take this value."""


class Changed(RightsError):
    """What would be erased is no longer what was shown."""


@transaction.atomic
def choose(*, request: RightsRequest, keys: Sequence[str]) -> None:
    """Say which records are the person's."""
    asked = locked(request)
    asked.chosen = sorted(set(keys))
    asked.save()


@transaction.atomic
def decide(*, request: RightsRequest, decisions: Mapping[str, dict[str, str]]) -> None:
    """Keep what was decided of lines, beside what was decided before."""
    asked = locked(request)
    asked.decisions = {**asked.decisions, **decisions}
    asked.save()


@transaction.atomic
def release(
    *, request: RightsRequest, sections: Sequence[Section], handed: str, by: Any
) -> RightsRequest:
    """Write down that the bundle was handed over, with what stood in it."""
    asked = _answerable(request)
    if not sections:
        raise NothingDone
    if undecided(sections):
        raise Undecided
    asked.paper = {**asked.paper, "sections": written(sections), **_signed(by)}
    return _answered(asked, handed, by)


@sensitive_variables("value")
@transaction.atomic
def put_right(
    *, request: RightsRequest, found: Found, field: str, value: str, by: Any
) -> None:
    """Write another value where a record is wrong; the old one is kept nowhere."""
    asked = _answerable(request)
    with override(asked.language):
        label, title = label_of(found, field), str(found.data.title)
    try:
        with transaction.atomic():
            correct(found, field, value, by=by)
    except (ValidationError, ValueError):
        raise NotTaken from None
    row = {"title": title, "label": label, "number": found.reference[1]}
    asked.done = [*asked.done, {**row, **_signed(by)}]
    asked.save()


@transaction.atomic
def erase_records(
    *, request: RightsRequest, records: Sequence[Record], by: Any
) -> RightsRequest:
    """Erase what may be erased, and certify it together with what is kept."""
    asked = _answerable(request)
    if not records:
        raise NothingDone
    erased = list(asked.paper.get("erased", []))
    kept: list[dict[str, str]] = []
    with override(asked.language):
        for record in records:
            line = {"title": str(record.root.data.title), "number": record.number}
            if why := record.kept:
                until = why.until.isoformat() if why.until else ""
                kept.append({**line, "why": str(why.why), "until": until})
            else:
                parts = {title: str(count) for title, count in record.parts}
                _erase(record)
                erased.append({**line, "parts": parts, **_signed(by)})
    asked.paper = {"erased": erased, "kept": kept, **_signed(by)}
    asked.save()
    return asked


@transaction.atomic
def answer(*, request: RightsRequest, handed: str, by: Any) -> RightsRequest:
    """Write down that the person has been told what was corrected or erased."""
    asked = _answerable(request)
    if asked.kind == RightsRequest.Kind.ERASURE:
        if not asked.paper:
            raise NothingDone
        # What it takes to reach them is needed no more.
        asked.email = asked.phone = asked.address = asked.references = ""
        asked.identity_note = ""
    elif not asked.done:
        raise NothingDone
    return _answered(asked, handed, by)


def label_of(found: Found, field: str) -> str:
    """What a field is called where it is read, in the active language."""
    labels = (line.label for line in found.lines() if line.field == field)
    return next(labels, "") or found.data.label(field)


def _answerable(request: RightsRequest) -> RightsRequest:
    asked = locked(request)
    if asked.identity == RightsRequest.Identity.NOT_YET:
        raise IdentityUnknown
    return asked


def _answered(asked: RightsRequest, handed: str, by: Any) -> RightsRequest:
    asked.state, asked.handed = RightsRequest.State.ANSWERED, handed
    asked.ended_on, asked.officer = timezone.localdate(), by
    asked.chosen = []
    asked.save()
    return asked


def _erase(record: Record) -> None:
    """The row itself takes with it what goes with it; what is left goes after it."""
    record.root.erase()
    for found in record.rows:
        rows = type(found.row)._base_manager
        if key_of(found.row) != record.key and rows.filter(pk=found.row.pk).exists():
            found.erase()


def _signed(by: Any) -> dict[str, str]:
    return {"on": timezone.localdate().isoformat(), "by": str(by)}
