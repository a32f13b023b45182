"""Names that stand twice where each may stand once."""

from collections.abc import Iterator, Sequence


def repeated(what: str, names: Sequence[str]) -> Iterator[str]:
    """A sentence for each name that comes again."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield f"the {what} “{name}” stands twice"
        seen.add(name)
