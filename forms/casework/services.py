"""What happens to a case: one transaction a function. Nothing else writes cases.

Moves stand in forms.casework.moving.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from cms.mail import OutboundEmail, queue_mail
from forms.casework.errors import (
    LanguageChanged,
    NoAddress,
    NothingWritten,
    NotStaff,
    PersonAway,
)
from forms.casework.flags import Flag, kept, known
from forms.casework.kinds import machine_of
from forms.casework.letters import LINK
from forms.casework.models import Assignment, Case, CaseMail, LanguageChange, Note
from forms.casework.moving import move_case, move_to_step, set_answer_by
from forms.casework.notices import tell_service
from forms.casework.references import check_reference, new_reference
from sites.cover import away, caseworkers, stands_in

__all__ = [
    "Flag",
    "assign_case",
    "caseworkers",
    "change_languages",
    "check_reference",
    "mail_person",
    "move_case",
    "move_to_step",
    "new_reference",
    "open_case",
    "save_under_new_reference",
    "set_answer_by",
    "write_note",
]

Answers = Sequence[Mapping[str, Any]]


@sensitive_variables()
@transaction.atomic
def open_case(
    *,
    site: Site,
    kind: str,
    language: str,
    spoken_language: str = "",
    display_name: str,
    email: str = "",
    phone: str = "",
    answers: Answers,
    flags: Iterable[Flag | str] = (),
    answer_by: date | None = None,
    from_young: bool = False,
    stage: str = "",
    at: datetime | None = None,
) -> Case:
    """Open a case in the inbox of plugin `kind`, and tell the service its reference.

    It stands at `stage`, an initial one of its machine. `answers` is the snapshot that
    forms.journeys.submission describes. A young person who asked (`from_young`) does
    not wait for somebody away. `at` is when it happened, if not now; so everywhere.
    """
    raised = known(flags)
    case = Case(
        site=site,
        kind=kind,
        stage=_opening(kind, stage),
        language=language,
        spoken_language=spoken_language,
        display_name=display_name,
        email=email,
        phone=phone,
        answers=[dict(row) for row in answers],
        flags=kept(raised),
        is_flagged=bool(raised),
        answer_by=answer_by,
        from_young=from_young,
        received_at=at or timezone.now(),
    )
    return _opened(case, urgent=[flag.reason for flag in raised if flag.urgent])


def _opened(case: Case, urgent: list[Any]) -> Case:
    save_under_new_reference(case)
    tell_service(case, urgent=urgent)
    return case


def _opening(kind: str, stage: str) -> str:
    initial = machine_of(kind).initial
    if stage and stage not in initial:
        raise ValueError(f"No case of the kind “{kind}” opens at “{stage}”.")
    return stage or initial[0]


def save_under_new_reference(case: Case, tries: int = 5) -> None:
    """Save a new case under a reference that no other has."""
    for left in reversed(range(tries)):
        case.reference = new_reference(case.site)
        try:
            with transaction.atomic():
                case.save(force_insert=True)
        except IntegrityError:
            if not left or not Case.objects.filter(reference=case.reference).exists():
                raise
        else:
            return


@transaction.atomic
def assign_case(
    *, case: Case, to: Any | None, by: Any, at: datetime | None = None
) -> Assignment | None:
    """Give the case to a caseworker of its service; None gives it back.

    Giving it to whoever has it already changes nothing and returns None. A young
    person's case is not given to somebody who is away: PersonAway names who stands in.
    """
    if to is not None and not caseworkers(case.site).filter(pk=to.pk).exists():
        raise NotStaff
    if to is not None and case.from_young:
        _refuse_who_is_away(case.site, to)
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if locked.assignee_id == (to.pk if to else None):
        return None
    case.assignee = to
    case.save(update_fields=["assignee"])
    return Assignment.objects.create(case=case, to=to, by=by, at=at or timezone.now())


def _refuse_who_is_away(site: Site, person: Any) -> None:
    covers = away(site)
    if person.pk in covers:
        raise PersonAway(covers[person.pk], stands_in(person.pk, covers))


@transaction.atomic
def change_languages(
    *, case: Case, language: str, spoken_language: str, by: Any
) -> LanguageChange | None:
    """Write and speak to them in these languages from now on; None if nothing changes.

    Every mail that is queued afterwards follows.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if (locked.language, locked.spoken_language) == (language, spoken_language):
        return None
    case.language, case.spoken_language = language, spoken_language
    case.save(update_fields=["language", "spoken_language"])
    return LanguageChange.objects.create(
        case=case,
        from_language=locked.language,
        to_language=language,
        from_spoken=locked.spoken_language,
        to_spoken=spoken_language,
        by=by,
    )


@sensitive_variables("text")
@transaction.atomic
def write_note(
    *,
    case: Case,
    text: str,
    by: Any,
    token: UUID | None = None,
    at: datetime | None = None,
) -> Note:
    """Write a note; the same form token again returns the note that stands."""
    if not text.strip():
        raise NothingWritten
    Case.objects.select_for_update().get(pk=case.pk)
    token = token or uuid4()
    existing = Note.objects.filter(case=case, token=token).first()
    return existing or Note.objects.create(
        case=case, text=text.strip(), by=by, token=token, at=at or timezone.now()
    )


@sensitive_variables("subject", "body")
@transaction.atomic
def mail_person(
    *,
    case: Case,
    by: Any,
    letter: str,
    subject: str,
    body: str,
    written_in: str = "",
    link: Callable[[Case], str] | None = None,
    token: UUID | None = None,
) -> CaseMail:
    """Mail the person of the case in their language; the outbox sends it.

    `written_in` is the language of the words, where that is known: LanguageChanged if
    it is no longer theirs. `link` makes the address that stands for {link} in the
    body. The same form token again returns the mail that stands.
    """
    if not case.email:
        raise NoAddress
    if not subject.strip() or not body.strip():
        raise NothingWritten
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if written_in and written_in != locked.language:
        raise LanguageChanged
    token = token or uuid4()
    if existing := CaseMail.objects.filter(case=case, token=token).first():
        return existing
    if link:
        body = body.replace(LINK, link(case))
    mail = _queue_letter(locked, subject=" ".join(subject.split()), body=body.strip())
    return CaseMail.objects.create(
        case=case, mail=mail, letter=letter, by=by, token=token
    )


@sensitive_variables()
def _queue_letter(case: Case, **said: str) -> OutboundEmail:
    return queue_mail(
        site=case.site,
        to=case.email,
        template="casework/letter",
        language=case.language,
        context={**said, "reference": case.reference},
        case_reference=case.reference,
    )
