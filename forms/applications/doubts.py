"""What is odd about a referee: said to the applicant once, and to staff as a flag."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from forms.casework.services import Flag
from forms.journeys.forms import Doubt

Words = str | Promise
REFEREES = ("referee_1", "referee_2", "referee_3")


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A doubt by its code: at which question, to the applicant, and to staff."""

    code: str
    field: str
    said: Words
    flag: Words


RELATIVE = Rule(
    code="referee_relative",
    field="relation",
    said=_("A relative can be named, but we would rather hear from somebody else."),
    flag=_("A referee is a relative of theirs."),
)
SURNAME = Rule(
    code="referee_surname",
    field="name",
    said=_("They have the same surname as you. If you are related, please say so."),
    flag=_("A referee has the same surname as they have."),
)
NO_CONTACT = Rule(
    code="referee_no_contact",
    field="email",
    said=_("Without an email address or a phone number we have to ask you for one."),
    flag=_("There is no way yet to reach one of the referees."),
)
SAME_CONTACT = Rule(
    code="referee_same_contact",
    field="email",
    said=_("You have given this email address or phone number for somebody else too."),
    flag=_("Two referees have the same e-mail address or phone number."),
)
ALL_FROM_WORK = Rule(
    code="referees_from_work",
    field="relation",
    said=_("All of them know you from work. One who knows you otherwise helps us."),
    flag=_("All referees are colleagues of theirs."),
)
RULES = (RELATIVE, SURNAME, NO_CONTACT, SAME_CONTACT, ALL_FROM_WORK)


def doubts_about(prefix: str, answers: Mapping[str, Any]) -> list[Doubt]:
    """What to point out about one referee, in the light of those named before."""
    return [
        Doubt(code=rule.code, field=f"{prefix}_{rule.field}", words=rule.said)
        for rule in _broken(prefix, answers)
    ]


def flags_of(answers: Mapping[str, Any]) -> list[Flag]:
    """The same for staff, each once."""
    named = [prefix for prefix in REFEREES if answers.get(f"{prefix}_name")]
    broken = {rule for prefix in named for rule in _broken(prefix, answers)}
    return [Flag(rule.code, rule.flag) for rule in RULES if rule in broken]


def bare(text: str) -> str:
    """An address or a number, however it was written."""
    return "".join(text.lower().split()).removeprefix("+44").lstrip("0")


def _broken(prefix: str, answers: Mapping[str, Any]) -> Iterator[Rule]:
    def given(what: str, whose: str = prefix) -> str:
        return str(answers.get(f"{whose}_{what}") or "")

    before = REFEREES[: REFEREES.index(prefix)]
    if given("relation") == "relative":
        yield RELATIVE
    elif _surname(given("name")) and _surname(given("name")) == _surname(
        str(answers.get("name") or "")
    ):
        yield SURNAME
    if not given("email") and not given("phone"):
        yield NO_CONTACT
    if any(
        given(way) and bare(given(way)) == bare(given(way, other))
        for way in ("email", "phone")
        for other in before
    ):
        yield SAME_CONTACT
    relations = {given("relation", whose) for whose in (*before, prefix)}
    if before and relations == {"work"}:
        yield ALL_FROM_WORK


def _surname(name: str) -> str:
    """The last of several words; empty for a name of one word."""
    words = name.casefold().split()
    return words[-1] if len(words) > 1 else ""
