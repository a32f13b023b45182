"""What a plugin is given when somebody sends a journey."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wagtail.models import Site


@dataclass(frozen=True, kw_only=True)
class Submission:
    """The answers somebody sent, and the questions as they were asked.

    `answers` holds stored values by field id; `snapshot` one mapping an answer, in the
    order of asking: key, section, question and answer (in the language of sending, and
    again as `_en` and `_cy`), and the raw `value`.
    """

    site: "Site"
    language: str
    answers: Mapping[str, Any]
    snapshot: Sequence[Mapping[str, Any]]
    flags: Sequence[str]
    started_at: datetime
    campaign: str = ""
    door: str = ""
    """By which of the plugin's doors it came, where it has several."""
    statements: Sequence[Mapping[str, str]] = ()
    """What was declared and said of privacy: key, version, language, text."""
    adds_to: str = ""
    """The reference of the submission to which these answers belong, if to one."""
    asks_only: Sequence[str] = ()
    """The steps that were asked alone, since a paper form had left them out."""
