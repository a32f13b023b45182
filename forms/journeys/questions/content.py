"""A form's own questions and words as they are kept: plain JSON, read strictly.

Whatever is not exactly as written here is refused, so that a version can be trusted
for as long as somebody answers it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.language import YES_NO

OWN = re.compile(r"own_[1-9]\d{0,3}")
CHOICE_KEYS = tuple(f"a{number}" for number in range(1, 11))
LONGEST = {"label": 200, "help": 400, "choice": 120, "text": 2000}


class BadContent(ValueError):
    """It is not written as we write it."""


class Kind(models.TextChoices):
    """What sort of answer a question takes."""

    SHORT = "short", _("A short answer")
    LONG = "long", _("A long answer")
    NUMBER = "number", _("A number")
    DATE = "date", _("A date")
    YES_NO = "yes_no", _("Yes or no")
    CHOICE = "choice", _("One answer of several")
    SEVERAL = "several", _("Any answers of several")


@dataclass(frozen=True, kw_only=True)
class Said:
    """Words in both languages."""

    en: str = ""
    cy: str = ""

    def spoken(self, language: str) -> str:
        """In `language`; in the other one where there are none."""
        return self.cy or self.en if language == "cy" else self.en or self.cy

    def strays(self, language: str) -> str:
        """The language it speaks instead of `language`; empty where it speaks that."""
        if getattr(self, language) or not self:
            return ""
        return "en" if language == "cy" else "cy"

    def __bool__(self) -> bool:
        return bool(self.en or self.cy)


@dataclass(frozen=True, kw_only=True)
class Condition:
    """Shown if the answer to the question `field` is `value`, or holds it."""

    field: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question of the service's own. `id` is the answer's key, never used again.

    `same` says that words which are alike in both languages are meant to be.
    """

    id: str
    kind: Kind
    place: str
    label: Said
    help: Said = field(default_factory=Said)
    choices: Mapping[str, Said] = field(default_factory=dict)
    pair: str = ""
    required: bool = False
    shown_if: Condition | None = None
    same: bool = False
    retired: bool = False

    def texts(self) -> Iterator[Said]:
        """Everything it says."""
        yield from (self.label, self.help, *self.choices.values())


@dataclass(frozen=True, kw_only=True)
class Text:
    """Words in place of those supplied; `same` as of a question."""

    said: Said
    same: bool = False


@dataclass(frozen=True, kw_only=True)
class Content:
    """What a service adds to a form, in order; `last` counts questions ever made."""

    questions: tuple[Question, ...] = ()
    texts: Mapping[str, Text] = field(default_factory=dict)
    last: int = 0

    @property
    def asked(self) -> list[Question]:
        """The questions that have not been retired."""
        return [question for question in self.questions if not question.retired]

    def question(self, key: str) -> Question | None:
        """The question with this id; None where there is none."""
        return next((one for one in self.questions if one.id == key), None)

    def having(self, question: Question) -> "Content":
        """With this question in place of the one of its id; a new one comes last."""
        if self.question(question.id) is None:
            number = int(question.id.removeprefix("own_"))
            added = (*self.questions, question)
            return replace(self, questions=added, last=max(self.last, number))
        changed = tuple(question if q.id == question.id else q for q in self.questions)
        return replace(self, questions=changed)

    def without(self, key: str) -> "Content":
        """Without the question of this id."""
        left = tuple(question for question in self.questions if question.id != key)
        return replace(self, questions=left)

    def written(self) -> dict[str, Any]:
        """As it is kept."""
        return asdict(self)

    @staticmethod
    def read(data: Any) -> "Content":
        """From what was kept; BadContent where it is anything else."""
        _expect(data, {"questions": list | tuple, "texts": dict, "last": int})
        questions = tuple(_question(one) for one in data["questions"])
        ids = [question.id for question in questions]
        if len(set(ids)) < len(ids):
            raise BadContent("a question stands twice")
        if any(int(key.removeprefix("own_")) > data["last"] for key in ids):
            raise BadContent("a question was not counted")
        texts = {str(key): _text(one) for key, one in data["texts"].items()}
        return Content(questions=questions, texts=texts, last=data["last"])


def _expect(data: Any, types: Mapping[str, Any]) -> None:
    if not isinstance(data, dict) or set(data) != set(types):
        raise BadContent(f"expected {', '.join(types)}")
    for name, kind in types.items():
        is_bool = isinstance(data[name], bool)
        if not isinstance(data[name], kind) or (kind is int and is_bool):
            raise BadContent(f"{name} is of the wrong type")


def _said(data: Any, what: str) -> Said:
    _expect(data, {"en": str, "cy": str})
    if max(len(words) for words in data.values()) > LONGEST[what]:
        raise BadContent(f"the words of a {what} are too long")
    return Said(**data)


def _text(data: Any) -> Text:
    _expect(data, {"said": dict, "same": bool})
    return Text(said=_said(data["said"], "text"), same=data["same"])


def _condition(data: Any) -> Condition:
    _expect(data, {"field": str, "value": str})
    return Condition(**data)


def _question(data: Any) -> Question:
    flags = {"required": bool, "same": bool, "retired": bool}
    words = {"id": str, "kind": str, "place": str, "pair": str}
    parts = {"label": dict, "help": dict, "choices": dict, "shown_if": dict | None}
    _expect(data, {**words, **flags, **parts})
    # A database may keep the keys in another order than ours.
    rows = sorted(data["choices"].items(), key=lambda row: (len(row[0]), row[0]))
    question = Question(
        **{name: data[name] for name in ("id", "place", "pair", *flags)},
        kind=_kind(data["kind"]),
        label=_said(data["label"], "label"),
        help=_said(data["help"], "help"),
        choices={key: _said(one, "choice") for key, one in rows},
        shown_if=_condition(data["shown_if"]) if data["shown_if"] else None,
    )
    _refuse_contradictions(question)
    return question


def _kind(value: str) -> Kind:
    if value not in Kind.values:
        raise BadContent(f"there is no kind “{value}”")
    return Kind(value)


def _refuse_contradictions(question: Question) -> None:
    chooses = question.kind in {Kind.CHOICE, Kind.SEVERAL}
    wrong = {
        "no id of ours": not OWN.fullmatch(question.id),
        "no words": not question.label,
        "a pair without yes and no": (question.kind == Kind.YES_NO)
        != (question.pair in YES_NO),
        "a pair where none belongs": bool(question.pair)
        and question.pair not in YES_NO,
        "answers where none are chosen": bool(question.choices) != chooses,
        "an answer of no known key": not {*question.choices} <= {*CHOICE_KEYS},
        "a single answer": chooses and len(question.choices) < 2,
        "an answer without words": not all(question.choices.values()),
    }
    found = [what for what, is_so in wrong.items() if is_so]
    if found:
        raise BadContent(f"{question.id}: {found[0]}")
