"""A notice as it is kept and shown: headings, sentences and lists, without markup."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Item:
    """A point of a list, with points under it."""

    words: str
    under: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Part:
    """A heading with what stands below it."""

    heading: str
    words: Sequence[str] = ()
    items: Sequence[Item] = ()


@dataclass(frozen=True, kw_only=True)
class Notice:
    """All that one kind of people is told in one language."""

    title: str
    parts: Sequence[Part]

    def written(self) -> dict[str, Any]:
        """As plain JSON values."""
        written: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return written

    @classmethod
    def read(cls, kept: dict[str, Any]) -> "Notice":
        """From what was kept."""
        parts = [
            Part(
                heading=part["heading"],
                words=tuple(part["words"]),
                items=tuple(
                    Item(words=item["words"], under=tuple(item["under"]))
                    for item in part["items"]
                ),
            )
            for part in kept["parts"]
        ]
        return cls(title=kept["title"], parts=tuple(parts))

    @property
    def digest(self) -> str:
        """What tells these very words from all others."""
        plain = json.dumps(self.written(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(plain.encode()).hexdigest()
