"""Everything that happened to a case, newest first."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.language.dates import plain_date
from cms.mail import OutboundEmail
from forms.casework.events import Event
from forms.casework.handing_over.telling import told_of_handing_over
from forms.casework.keying.words import arrival_of
from forms.casework.machine import Machine, Words
from forms.casework.models import Case, PassedUp, StageMove
from forms.casework.notices import goes_to_others, goes_to_staff

_SECRET = re.compile(r"/[\w-]{40,}/")
_TONES = {"sent": "good", "failed": "bad"}


def timeline(case: Case, *, stages: bool) -> list[Event]:
    """The events of a case in eleven queries, however long its story.

    With its arrival, that is: a case read without it costs one more, and so does a
    young person's.

    With `stages` a move is told by its stages, else by their plain steps.
    """
    events = [
        Event(at=case.received_at, icon="download", title=_("Received")),
        *_keyed(case),
        *_moves(case, stages),
        *_days(case),
        *_assignments(case),
        *_languages(case),
        *_notes(case),
        *_mails(case),
        *_additions(case),
        *_passed_up(case),
        *_filings(case),
        *_holds(case),
        *told_of_handing_over(case),
    ]
    return sorted(events, key=lambda event: event.at, reverse=True)


def _keyed(case: Case) -> Iterator[Event]:
    arrival = arrival_of(case)
    if arrival:
        title = _("Keyed in (%(way)s)") % {"way": arrival.in_a_sentence}
        yield Event(at=arrival.at, icon="edit", title=title, who=str(arrival.by or ""))


def _moves(case: Case, stages: bool) -> Iterator[Event]:
    for move in case.stagemoves.select_related("by"):
        yield Event(
            at=move.at,
            icon="arrow-right",
            title=_move_title(case.machine, move, stages),
            who=str(move.by or ""),
            text="\n".join([*_said(case.machine, move), *filter(None, [move.why])]),
        )


def _move_title(machine: Machine, move: StageMove, stages: bool) -> str:
    because = machine.because(move.to_stage, move.reason)
    day = plain_date(move.deferred_until) if move.deferred_until else ""
    if move.to_stage in machine.by_key and machine.closes(move.to_stage):
        if day:
            facts = {"reason": because, "day": day}
            return _("Closed: %(reason)s. To come back to on %(day)s") % facts
        return _("Closed: %(reason)s") % {"reason": because}
    names = {**_names(machine, move, stages), "reason": because, "day": day}
    if day:
        return _("Moved from “%(from)s” to “%(to)s”, until %(day)s") % names
    if because:
        return _("Moved from “%(from)s” to “%(to)s”: %(reason)s") % names
    return _("Moved from “%(from)s” to “%(to)s”") % names


def _said(machine: Machine, move: StageMove) -> list[str]:
    """What its stage asked, with the answers; a question of former times by its key."""
    stage = machine.by_key.get(move.to_stage)
    labels = {ask.key: ask.label for ask in stage.asks} if stage else {}
    facts: dict[str, str] = move.facts or {}
    return [f"{labels.get(key, key)}: {said}" for key, said in facts.items()]


def _names(machine: Machine, move: StageMove, stages: bool) -> dict[str, Words]:
    """From where to where: by plain steps, if they differ and are what is shown."""
    keys = {"from": move.from_stage, "to": move.to_stage}
    if not stages and machine.by_key.keys() >= set(keys.values()):
        steps = {end: machine.step_of(key) for end, key in keys.items()}
        if steps["from"] != steps["to"]:
            return {end: step.name for end, step in steps.items()}
    return {end: machine.stage_name(key) for end, key in keys.items()}


def _days(case: Case) -> Iterator[Event]:
    for change in case.daychanges.select_related("by"):
        after = change.after
        title = (
            _("Answer by %(day)s") % {"day": plain_date(after)}
            if after
            else _("Nobody is waiting for an answer any more")
        )
        yield Event(at=change.at, icon="date", title=title, who=str(change.by or ""))


def _assignments(case: Case) -> Iterator[Event]:
    for given in case.assignments.select_related("by", "to"):
        to = given.to
        title = _("Given to %(name)s") % {"name": to} if to else _("Given back")
        yield Event(at=given.at, icon="user", title=title, who=str(given.by or ""))


def _languages(case: Case) -> Iterator[Event]:
    for change in case.languagechanges.select_related("by"):
        yield Event(
            at=change.at,
            icon="globe",
            title=_("Languages changed"),
            who=str(change.by or ""),
            text=f"{change.before} → {change.after}",
        )


def _notes(case: Case) -> Iterator[Event]:
    for note in case.notes.select_related("by"):
        yield Event(
            at=note.at,
            icon="edit",
            title=_("Note"),
            who=str(note.by or ""),
            text=note.text,
        )


def _passed_up(case: Case) -> Iterator[Event]:
    if not case.from_young:
        return
    titles = {
        PassedUp.To.DEPUTY: _(
            "Nobody had opened it for one working day: the deputy was told, or whoever"
            " was there in their place"
        ),
        PassedUp.To.MANAGER: _(
            "Nobody had opened it for two working days: the manager was told, or"
            " whoever was there in their place"
        ),
    }
    for row in case.passed_up.all():
        yield Event(at=row.at, icon="warning", title=titles[PassedUp.To(row.to)])


def _additions(case: Case) -> Iterator[Event]:
    language = get_language() or "en"
    for addition in case.additions.select_related("by"):
        yield Event(
            at=addition.at,
            icon="edit" if addition.by_id else "download",
            title=addition.what_in(language),
            who=str(addition.by or ""),
        )


def _filings(case: Case) -> Iterator[Event]:
    for filing in case.filings.all():
        facts = {"system": filing.system, "day": plain_date(filing.on)}
        yield Event(
            at=filing.at,
            icon="tick",
            title=_("Filed in the child’s case record: %(system)s, %(day)s") % facts,
            who=filing.filer,
        )


def _holds(case: Case) -> Iterator[Event]:
    for hold in case.holds.all():
        yield Event(
            at=hold.at,
            icon="lock",
            title=_("Held: it is not deleted"),
            who=str(hold.by or ""),
            text=hold.why,
        )
        if hold.lifted_at:
            who = str(hold.lifted_by or "")
            title = _("Hold lifted")
            yield Event(at=hold.lifted_at, icon="lock-open", title=title, who=who)


def _mails(case: Case) -> Iterator[Event]:
    mails = OutboundEmail.objects.filter(
        site=case.site_id, case_reference=case.reference
    )
    for mail in mails.select_related("case_mail__by"):
        yield Event(
            at=mail.created_at,
            icon="mail",
            title=_mail_title(mail),
            who=_sender(mail),
            text=_text(mail),
            folded=True,
            status=str(mail.get_status_display()),
            tone=_TONES.get(mail.status, ""),
            retry=mail.pk if mail.status == OutboundEmail.Status.FAILED else None,
        )


def _sender(mail: OutboundEmail) -> str:
    letter: Any = getattr(mail, "case_mail", None)
    return str(letter.by or "") if letter else ""


def _mail_title(mail: OutboundEmail) -> str:
    if goes_to_staff(mail.template):
        return _("E-mail to the service")
    waiting = mail.context.get(mail.language, {}).get("subject")
    subject = mail.subject or waiting or _("receipt")
    if goes_to_others(mail.template):
        return _("E-mail to somebody else: %(subject)s") % {"subject": subject}
    return _("E-mail: %(subject)s") % {"subject": subject}


def _text(mail: OutboundEmail) -> str:
    """What the mail said, without the addresses that open somebody's answers."""
    said = mail.text or mail.context.get(mail.language, {}).get("body", "")
    return _SECRET.sub("/…/", said)
