"""Yes and no. Welsh has no one word for either: the answer repeats the question's verb.

So every yes/no question names its pair. Answers are stored as true and false, and the
pair is part of the question: English readers see Yes and No whichever it is.
"""

from dataclasses import dataclass

from django.utils.functional import lazy
from django.utils.translation import get_language


@dataclass(frozen=True)
class YesNo:
    """The words for yes and no to one kind of question, and such a question."""

    yes_cy: str
    no_cy: str
    question_cy: str
    yes_en: str = "Yes"
    no_en: str = "No"

    def word(self, answer: bool, language: str) -> str:
        """The word for this answer in `language`."""
        if language == "cy":
            return self.yes_cy if answer else self.no_cy
        return self.yes_en if answer else self.no_en


YES_NO: dict[str, YesNo] = {
    "ydw": YesNo("Ydw", "Nac ydw", "Ydych chi…?"),
    "ydy": YesNo("Ydy", "Nac ydy", "Ydy’r plentyn…?"),
    "oes": YesNo("Oes", "Nac oes", "Oes gennych chi…?"),
    "gallaf": YesNo("Gallaf", "Na allaf", "Allwch chi…?"),
    "hoffwn": YesNo("Hoffwn", "Na hoffwn", "Hoffech chi…?"),
    "do": YesNo("Do", "Naddo", "Wnaethoch chi…?"),
    "ie": YesNo("Ie", "Nage", "Ai …?"),
}


def yes_no_word(pair: str, answer: bool, language: str | None = None) -> str:
    """The answer to a question of this pair, in `language` or the active one."""
    return YES_NO[pair].word(answer, language or get_language() or "en")


_lazy_word = lazy(yes_no_word, str)


def yes_no_choices(pair: str) -> list[tuple[bool, str]]:
    """Choices for a question of this pair, each word in the reader's language."""
    YES_NO[pair]  # An unknown pair fails where it is declared, not where it is shown.
    return [(True, _lazy_word(pair, True)), (False, _lazy_word(pair, False))]


def pair_choices() -> list[tuple[str, str]]:
    """What an editor chooses from when asking a yes/no question of their own."""
    return [
        (key, f"{pair.question_cy} {pair.yes_cy} / {pair.no_cy}")
        for key, pair in YES_NO.items()
    ]
