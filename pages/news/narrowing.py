"""Which of the news a reader wants: by words, topic, year and month."""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest
from django.utils.dates import MONTHS

from cms.feeds import topic_asked
from cms.models import Topic
from cms.search import Query, ranked, read
from pages.news.models import NewsPage

Counts = list[tuple[str, int, int, int]]
"""Of each topic, year and month that there is news from: how many items."""


@dataclass(frozen=True, kw_only=True)
class Narrowing:
    """What was asked for: words, a topic, a year with its month, any or none."""

    words: Query
    topic: Topic | None
    year: int | None
    month: int | None

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
        chosen = {"topic": self.topic, "year": self.year, "month": self.month}
        return {name: str(value) for name, value in chosen.items() if value}

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
        """Those of the items that were chosen."""
        if self.topic:
            items = items.filter(topic=self.topic)
        if self.year:
            items = items.filter(date__year=self.year)
        return items.filter(date__month=self.month) if self.month else items

    def choices(self, counts: Counts) -> dict[str, list[dict[str, Any]]]:
        """The topics, years and months of a year one may choose, each with its count.

        A topic is counted within the time that was chosen, and the other way round.
        """
        topics: Counter[str] = Counter()
        years: Counter[int] = Counter()
        months: Counter[int] = Counter()
        for topic, year, month, number in counts:
            if self.year in (None, year) and self.month in (None, month) and topic:
                topics[topic] += number
            if self.topic in (None, topic):
                years[year] += number
                months[month] += number if year == self.year else 0
        return {
            "topics": [
                self._choice("topic", one.value, one.label, topics[one.value])
                for one in Topic
                if topics[one.value] or one == self.topic
            ],
            "years": [
                self._choice("year", one, one, years[one])
                for one in sorted({*years, *filter(None, [self.year])}, reverse=True)
            ],
            "months": [
                self._choice("month", one, MONTHS[one], months[one])
                for one in sorted(MONTHS, reverse=True)
                if months[one] or one == self.month
            ],
        }

    def _choice(self, name: str, value: Any, label: Any, count: int) -> dict[str, Any]:
        is_chosen = self.filters.get(name) == str(value)
        gone = (name, "month") if name == "year" else (name,)
        rest = {key: one for key, one in self.query.items() if key not in gone}
        query = urlencode(rest if is_chosen else {**rest, name: value})
        return {
            "label": str(label),
            "count": count,
            "query": query,
            "is_chosen": is_chosen,
        }


def counts_of(items: QuerySet[NewsPage]) -> Counts:
    """How many there are of each topic, year and month: one query."""
    rows = items.order_by().values_list("topic", "date__year", "date__month")
    return list(rows.annotate(Count("pk")))


def narrowing_asked(request: HttpRequest) -> Narrowing:
    """What `?q=`, `?topic=`, `?year=` and `?month=` ask for; Http404 for what is none.

    A month is one of a year.
    """
    year = _number(request, "year", range(1901, 2200))
    month = _number(request, "month", range(1, 13))
    if month and not year:
        raise Http404
    words = read(request.GET.get("q", ""))
    return Narrowing(words=words, topic=topic_asked(request), year=year, month=month)


def _number(request: HttpRequest, name: str, allowed: range) -> int | None:
    typed = request.GET.get(name, "")
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and int(typed[:5]) in allowed):
        raise Http404
    return int(typed[:5])
