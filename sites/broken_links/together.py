"""Links and addresses in one list, of which no more is read than a page shows."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from sites.broken_links.models import MissedPath, OutgoingLink


class Together:
    """First the links, then the addresses; a paginator reads it like a queryset."""

    def __init__(
        self, links: QuerySet[OutgoingLink], paths: QuerySet[MissedPath]
    ) -> None:
        self.links, self.paths = links, paths

    def count(self) -> int:
        """How many there are of both."""
        return self.links.count() + self.paths.count()

    def __getitem__(self, part: slice) -> list[Any]:
        links = self.links.count()
        start, stop = max(part.start - links, 0), max(part.stop - links, 0)
        return [*self.links[part], *self.paths[start:stop]]

    def __iter__(self) -> Iterator[Any]:
        yield from self.links
        yield from self.paths
