"""The bundle: each line of the person's records, and what was decided of it.

What is the person's own goes in. A line about a child or about somebody else, or one
given in confidence, waits until an officer has decided, with a reason. A decision is
of the very words that were read: other words wait anew.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext_lazy

from cms.privacy import Care, Line
from sites.rights.finding import Record
from sites.rights.models import RightsRequest


class How(models.TextChoices):
    """What an officer decides of a line."""

    GIVE = "give", pgettext_lazy("decision", "Give all of it")
    PART = "part", pgettext_lazy("decision", "Give it with part struck out")
    HOLD = "hold", pgettext_lazy("decision", "Hold it back")


@dataclass(frozen=True)
class Entry:
    """One line of a bundle with its decision, if it needs one and has it."""

    key: str
    line: Line
    decision: dict[str, str] | None

    def __repr__(self) -> str:
        return f"<Entry: {self.key}>"

    @property
    def seen(self) -> str:
        """What tells these words from all others."""
        return hashlib.sha256(self.line.words.encode()).hexdigest()[:24]

    @property
    def prefix(self) -> str:
        """What its boxes on the screen are called."""
        return "d" + hashlib.sha256(self.key.encode()).hexdigest()[:12]

    @property
    def is_to_decide(self) -> bool:
        """Whether an officer has to decide."""
        return self.line.care.is_to_decide

    @property
    def is_undecided(self) -> bool:
        """Whether nobody has decided of these very words."""
        if not self.is_to_decide:
            return False
        return self.decision is None or self.decision.get("seen") != self.seen

    @property
    def given(self) -> str:
        """The words that go out; nothing where they are held back or undecided."""
        if not self.is_to_decide:
            return self.line.words
        if self.is_undecided or self.decision is None:
            return ""
        return {
            How.GIVE.value: self.line.words,
            How.PART.value: self.decision["text"],
        }.get(self.decision["how"], "")


@dataclass(frozen=True)
class Section:
    """One row of a record, by its lines."""

    title: str
    number: str
    entries: Sequence[Entry]


def sections_of(asked: RightsRequest, records: Sequence[Record]) -> list[Section]:
    """The lines of these records in the language of the person."""
    with override(asked.language):
        found = [
            Section(str(row.data.title), record.number, list(_entries(asked, row)))
            for record in records
            for row in record.rows
        ]
    return [section for section in found if section.entries]


def undecided(sections: Sequence[Section]) -> list[Entry]:
    """What still waits for a decision."""
    return [
        entry for section in sections for entry in section.entries if entry.is_undecided
    ]


def _entries(asked: RightsRequest, row: Any) -> Iterator[Entry]:
    nth: Counter[str] = Counter()
    for line in row.lines():
        nth[line.field] += 1
        key = f"{row.key}.{line.field}.{nth[line.field]}"
        yield Entry(key, line, asked.decisions.get(key))


def written(sections: Sequence[Section]) -> list[dict[str, Any]]:
    """As it is kept and printed: nothing of what is held back, only that it is."""
    return [
        {
            "title": section.title,
            "number": section.number,
            "lines": [_written(entry) for entry in section.entries],
        }
        for section in sections
    ]


def _written(entry: Entry) -> dict[str, str]:
    how = (entry.decision or {}).get("how", "") if entry.is_to_decide else ""
    return {
        "label": entry.line.label,
        "words": entry.given,
        "how": "open" if entry.is_undecided else how,
        "care": entry.line.care.value if entry.is_to_decide else "",
    }


def with_reasons(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What was written, with why each line is left out, in the active language."""
    words = {
        Care.CHILD.value: _("It is about a child or a young person."),
        Care.OTHERS.value: _("It is about somebody else."),
        Care.CONFIDENTIAL.value: _("It was given to us in confidence."),
    }
    return [
        {
            **section,
            "lines": [
                {**line, "reason": words.get(line["care"], "")}
                for line in section["lines"]
            ],
        }
        for section in sections
    ]


def care_words(care: Care) -> str:
    """What an officer is told to think of, in the active language."""
    words = {
        Care.CHILD: _("It tells of a child: decide."),
        Care.OTHERS: _("It tells of somebody else: decide."),
        Care.CONFIDENTIAL: _("It was given in confidence: decide."),
    }
    return words.get(care, "")
