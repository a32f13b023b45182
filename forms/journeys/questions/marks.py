"""A mark of what somebody has read, so that no one's change is lost to another's."""

import hashlib
import json
from dataclasses import asdict

from forms.journeys.questions.content import Content, Question, Text


class ChangedMeanwhile(Exception):
    """It is not what its writer had read; `now` is how the form stands."""

    def __init__(self, now: Content) -> None:
        self.now = now
        super().__init__("It was changed meanwhile.")


def mark_of(read: Question | Text | None) -> str:
    """The mark of a question or text; where the text is as supplied, one of that."""
    written = json.dumps(asdict(read) if read else None, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:32]


def refuse_unread(read: Question | Text | None, *, seen: str, now: Content) -> None:
    """Raise ChangedMeanwhile where `read` is not what carries the mark `seen`."""
    if mark_of(read) != seen:
        raise ChangedMeanwhile(now)
