"""Hear every string that gettext is asked for in Welsh, and which of them stay English.

It listens where all ways meet: the catalogue itself is asked by gettext, pgettext and
their lazy and counting forms, and by the tags of templates.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation.trans_real import DjangoTranslation

from tests.language.same_in_both import SAME_IN_BOTH

CONTEXT_ENDS = "\x04"
_FILLED_IN = re.compile(r"%\(\w+\)\w|\{\w*\}")


@dataclass
class Heard:
    """What was asked for, and the answer: the msgid without its context."""

    answers: dict[str, set[str]] = field(default_factory=dict)

    def note(self, asked: str, answer: str) -> None:
        self.answers.setdefault(asked.rpartition(CONTEXT_ENDS)[2], set()).add(
            answer.rpartition(CONTEXT_ENDS)[2]
        )

    def english(self) -> list[str]:
        """What has no Welsh, or Welsh that is the English, and may not have."""
        return sorted(
            asked
            for asked, answers in self.answers.items()
            if asked in answers and asked not in SAME_IN_BOTH and _says_something(asked)
        )


def _says_something(text: str) -> bool:
    """Whether there are words beside what is filled in."""
    return any(letter.isalpha() for letter in _FILLED_IN.sub("", text))


@contextmanager
def hearing() -> Iterator[Heard]:
    """Hear all that is said in Welsh meanwhile."""
    heard = Heard()
    kept = {
        name: DjangoTranslation.__dict__.get(name) for name in ("gettext", "ngettext")
    }
    one, many = DjangoTranslation.gettext, DjangoTranslation.ngettext

    def gettext(self: Any, message: str) -> str:
        answer: str = one(self, message)
        if self.to_language() == "cy":
            heard.note(message, answer)
        return answer

    def ngettext(self: Any, single: str, plural: str, number: int) -> str:
        answer: str = many(self, single, plural, number)
        if self.to_language() == "cy":
            heard.note(single, single if answer == plural else answer)
        return answer

    DjangoTranslation.gettext, DjangoTranslation.ngettext = gettext, ngettext
    try:
        yield heard
    finally:
        for name, method in kept.items():
            if method is None:
                delattr(DjangoTranslation, name)
            else:
                setattr(DjangoTranslation, name, method)
