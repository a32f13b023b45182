"""Write to several people, or move several cases: one by one, as staff would singly.

Each case has a transaction of its own, so that one refusal stops nobody else; what was
refused comes back with why. The same form sent twice writes to nobody twice.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from cms.mail_words import MailText
from forms.casework.errors import (
    CaseworkError,
    MovedMeanwhile,
    MoveNotAllowed,
    NoAddress,
)
from forms.casework.letters import LINK, Letter, Written, put_in, question
from forms.casework.machine import Machine
from forms.casework.models import Case
from forms.casework.services import mail_person, move_case, move_to_step

Texts = Mapping[str, Written]
_PLACE = re.compile(r"\{([^{}\n]*)\}")
PLACES = ("name", "reference", "service", "coordinator")


@dataclass(frozen=True)
class Refused:
    """A case to which it does not happen, and why not."""

    case: Case
    why: str


@dataclass
class Outcome:
    """To which cases it happens, and to which it does not."""

    done: list[Case] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


@dataclass(frozen=True)
class Target:
    """Where to: a plain step, a stage or a way out, with a reason where it has some."""

    what: str
    key: str
    reason: str = ""

    @classmethod
    def of(cls, text: str) -> "Target":
        """As a form writes it."""
        what, key, reason = [*text.split(".", 2), "", ""][:3]
        return cls(what, key, reason)

    def __str__(self) -> str:
        return ".".join(filter(None, (self.what, self.key, self.reason)))

    def name(self, machine: Machine) -> str:
        """Its name, for staff."""
        if self.what == "step":
            return next(str(s.name) for s in machine.steps if s.key == self.key)
        return str(machine.stage_name(self.key))

    def follows(self, case: Case) -> bool:
        """Whether a case may go there from where it stands."""
        if self.what == "step":
            return self.key in case.machine.next_steps(case.stage)
        return self.key in case.standing.to


def bare(words: MailText, language: str, *, asks_language: bool) -> Written:
    """A letter with its places still open, to be edited for several people."""
    places = {place: f"{{{place}}}" for place in (*PLACES, LINK.strip("{}"))}
    asked = question(language, asks_language=asks_language)
    return put_in(words, {**places, "and_language": asked})


def places_of(letter: Letter) -> tuple[str, ...]:
    """The places that stand open in a letter to several people."""
    return (*PLACES, LINK.strip("{}")) if letter.link else PLACES


def strange_places(text: str, known: Sequence[str] = PLACES) -> list[str]:
    """What stands in braces and is no place that we fill."""
    return [found for found in _PLACE.findall(text) if found not in known]


@sensitive_variables()
def filled(written: Written, case: Case, *, service: str, by: Any) -> Written:
    """The letter for one person. What a person is called never opens a place itself."""
    facts = {
        "name": case.display_name,
        "reference": case.reference,
        "service": service,
        "coordinator": str(by),
    }

    def fill(text: str) -> str:
        return _PLACE.sub(lambda m: facts.get(m.group(1), m.group(0)), text)

    return Written(subject=fill(written.subject), body=fill(written.body))


def who_is_written_to(cases: Sequence[Case], texts: Texts, letter: Letter) -> Outcome:
    """Who would get the letter, and who would not."""
    outcome = Outcome()
    kept_from = letter.refuses(cases) if letter.refuses else {}
    for case in cases:
        if case.pk in kept_from:
            outcome.refused.append(Refused(case, kept_from[case.pk]))
        elif not case.email:
            outcome.refused.append(Refused(case, str(NoAddress())))
        elif case.language not in texts:
            outcome.refused.append(Refused(case, _no_text(case)))
        else:
            outcome.done.append(case)
    return outcome


@sensitive_variables("texts", "letter")
def write_to_all(
    *,
    cases: Sequence[Case],
    texts: Texts,
    letter: Letter,
    services: Mapping[str, str],
    by: Any,
    token: UUID,
) -> Outcome:
    """Mail each person in their language, by the outbox; with the same token, once."""
    outcome = who_is_written_to(cases, texts, letter)
    asked, outcome.done = outcome.done, []
    for case in asked:
        language = case.language
        words = filled(texts[language], case, service=services[language], by=by)
        try:
            mail_person(
                case=case,
                by=by,
                letter=letter.key,
                link=letter.link,
                subject=words.subject,
                body=words.body,
                written_in=language,
                token=uuid5(token, str(case.pk)),
            )
        except CaseworkError as error:
            outcome.refused.append(Refused(case, str(error)))
        else:
            outcome.done.append(case)
    return outcome


def who_moves(cases: Iterable[Case], target: Target, machine: Machine) -> Outcome:
    """Who would move, and who would not."""
    outcome = Outcome()
    for case in cases:
        if target.follows(case):
            outcome.done.append(case)
        else:
            outcome.refused.append(Refused(case, _why_not(case, target, machine)))
    return outcome


@sensitive_variables("why")
def move_all(
    *,
    cases: Iterable[Case],
    target: Target,
    seen: Mapping[int, str],
    by: Any,
    why: str = "",
    until: date | None = None,
) -> Outcome:
    """Move each case from the stage that was `seen`; each move is in its history."""
    outcome = Outcome()
    for case in cases:
        facts = {"case": case, "by": by, "why": why, "until": until}
        facts["reason"] = target.reason
        try:
            if case.pk not in seen:
                raise MovedMeanwhile
            if target.what == "step":
                move_to_step(step=target.key, seen=seen[case.pk], **facts)
            else:
                move_case(to=target.key, seen=seen[case.pk], **facts)
        except CaseworkError as error:
            outcome.refused.append(Refused(case, str(error)))
        else:
            outcome.done.append(case)
    return outcome


def _no_text(case: Case) -> str:
    if case.language == "cy":
        return _("They want to be written to in Welsh, and no Welsh letter is written.")
    return _("They want to be written to in English, and no English letter is written.")


def _why_not(case: Case, target: Target, machine: Machine) -> str:
    name = target.name(machine)
    stands = case.step.key if target.what == "step" else case.stage
    if stands == target.key:
        return _("It stands there already.")
    from_ = case.step.name if target.what == "step" else case.standing.name
    return str(MoveNotAllowed(from_, name))
