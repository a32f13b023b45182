"""Why a request comes now: the service's own list, which begins as it is supplied.

Kept with the terms of the form, in the service's row. A reason is hidden and never
taken out: whoever has begun may have chosen it. What was sent keeps its words besides.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.utils.translation import get_language, override

from cms.theme.forms import Choice
from forms.referrals.doors.professional.choices import NO_REASON, WHY_NOW, Answers
from forms.referrals.own_choices import own_choice, set_own_choice
from sites.models import Service

KEY = "why_now"
MOST = 20
_ADDED = "own_"


@dataclass(frozen=True, kw_only=True)
class Reason:
    """A reason to choose; its words are empty where they are those supplied."""

    key: str
    en: str = ""
    cy: str = ""
    shown: bool = True

    @property
    def is_added(self) -> bool:
        """Whether the service has added it: there are no words for it but its own."""
        return self.key.startswith(_ADDED)

    def words_in(self, language: str) -> str:
        """What it says in "en" or "cy"."""
        own = self.cy if language == "cy" else self.en
        return own or supplied_words(self.key, language)


def supplied_words(key: str, language: str) -> str:
    """What reason `key` says as it is supplied; empty for one that was added."""
    with override(language):
        return next((str(c.label) for c in WHY_NOW if c.value == key), "")


def reasons_of(service: Service) -> list[Reason]:
    """All reasons of a service in its order, hidden ones among them."""
    read = {row["key"]: Reason(**row) for row in own_choice(service, KEY, [])}
    supplied = {choice.value: Reason(key=choice.value) for choice in WHY_NOW}
    return [
        reason
        for key, reason in {**read, **supplied, **read}.items()
        if reason.is_added or key in supplied
    ]


def is_asked(service: Service) -> bool:
    """Whether there is anything to choose between."""
    return any(reason.shown for reason in reasons_of(service))


def options_for(service: Service, chosen: Collection[str]) -> Answers:
    """What is offered to somebody who has chosen these: also what is hidden since."""
    language = (get_language() or "en")[:2]
    return [
        *(
            Choice(reason.key, reason.words_in(language))
            for reason in reasons_of(service)
            if reason.shown or reason.key in chosen
        ),
        *NO_REASON,
    ]


def keep_reasons(service: Service, reasons: Iterable[Reason]) -> None:
    """Write the list into the service's row; save afterwards."""
    set_own_choice(service, KEY, [_as_kept(reason) for reason in reasons])


def next_key(reasons: Iterable[Reason]) -> str:
    """The key of a reason to be added: never one that was there before."""
    numbers = [int(r.key.removeprefix(_ADDED)) for r in reasons if r.is_added]
    return f"{_ADDED}{max(numbers, default=0) + 1}"


def _as_kept(reason: Reason) -> Mapping[str, Any]:
    """Words that are those supplied are not kept: they may be put better one day."""
    en, cy = (
        "" if words == supplied_words(reason.key, code) else words
        for code, words in (("en", reason.en), ("cy", reason.cy))
    )
    return asdict(replace(reason, en=en, cy=cy))
