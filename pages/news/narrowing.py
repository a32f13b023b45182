"""Which of the news a reader wants: by words, and by topic and year with counts."""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest

from cms.feeds import topic_asked
from cms.models import Topic
from cms.search import Query, ranked, read
from pages.news.models import NewsPage


@dataclass(frozen=True, kw_only=True)
class Narrowing:
    """What was asked for: words, a topic, a year, any of them or none."""

    words: Query
    topic: Topic | None
    year: int | None

    def __bool__(self) -> bool:
        return bool(self.query)

    @property
    def query(self) -> dict[str, str]:
        """The same as a query, which links to further pages repeat."""
        words = {"q": self.words.text} if self.words.can_be_asked else {}
        return words | self.filters

    @property
    def filters(self) -> dict[str, str]:
        """What of it is chosen from the links, which the search's form repeats."""
        topic = {"topic": self.topic.value} if self.topic else {}
        return topic | ({"year": str(self.year)} if self.year else {})

    @property
    def without_filters(self) -> str:
        """The words alone, as a query."""
        return urlencode({"q": self.words.text})

    def worded(self, items: QuerySet[NewsPage], language: str) -> QuerySet[NewsPage]:
        """Those that have the words, the likeliest first; all where none can be asked.

        They are found as by the search of the site, in every form of a Welsh word.
        """
        if not self.words.can_be_asked:
            return items
        found = ranked(items, self.words, language)
        return found.order_by("rank", "-date", "-pk")

    def of(self, items: QuerySet[NewsPage]) -> QuerySet[NewsPage]:
        """Those of the items that were asked for."""
        if self.topic:
            items = items.filter(topic=self.topic)
        return items.filter(date__year=self.year) if self.year else items

    def choices(self, items: QuerySet[NewsPage]) -> dict[str, list[dict[str, Any]]]:
        """The topics and years one may choose, each with its count: one query.

        A topic is counted within the year that was chosen, and the other way round.
        """
        rows = items.order_by().values_list("topic", "date__year")
        topics: Counter[str] = Counter()
        years: Counter[int] = Counter()
        for topic, year, number in rows.annotate(Count("pk")):
            if self.year in (None, year) and topic:
                topics[topic] += number
            if self.topic in (None, topic):
                years[year] += number
        return {
            "topics": [
                self._choice("topic", one.value, str(one.label), topics[one.value])
                for one in Topic
                if topics[one.value] or one == self.topic
            ],
            "years": [
                self._choice("year", str(one), str(one), years[one])
                for one in sorted({*years, *filter(None, [self.year])}, reverse=True)
            ],
        }

    def _choice(self, name: str, value: str, label: str, count: int) -> dict[str, Any]:
        is_chosen = self.query.get(name) == value
        rest = {key: one for key, one in self.query.items() if key != name}
        query = urlencode(rest if is_chosen else {**rest, name: value})
        return {"label": label, "count": count, "query": query, "is_chosen": is_chosen}


def narrowing_asked(request: HttpRequest) -> Narrowing:
    """What `?q=`, `?topic=` and `?year=` ask for; Http404 for no topic or no year."""
    year = request.GET.get("year", "")
    if year and not (year.isascii() and year.isdigit() and 1900 < int(year[:5]) < 2200):
        raise Http404
    return Narrowing(
        words=read(request.GET.get("q", "")),
        topic=topic_asked(request),
        year=int(year[:5]) if year else None,
    )
