"""One line of a case's timeline."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Event:
    """What happened, when, and who did it."""

    at: datetime
    icon: str
    title: str
    who: str = ""
    text: str = ""
    folded: bool = False
    status: str = ""
    tone: str = ""
    retry: int | None = None
