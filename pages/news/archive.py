"""What stands on the front list of the news, and what only in the archive.

The archive is the news by year and month: nothing has to be moved there.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Site

from cms.epochs import under_stamps
from pages.news.models import Age, NewsPage, NewsSettings
from pages.news.narrowing import Counts

SOONEST = min(filter(None, Age.values))


@dataclass(frozen=True)
class FrontPage:
    """Since when items stand on it, if not all do, and the years that have older ones.

    Of each such year how many items it has, as its page in the archive shows them.
    """

    since: dt.date | None = None
    older: Mapping[int, int] = field(default_factory=dict)

    def of(self, items: QuerySet[NewsPage]) -> QuerySet[NewsPage]:
        """Those of the items that stand on it."""
        return items.filter(date__gte=self.since) if self.since else items

    @property
    def years(self) -> list[dict[str, Any]]:
        """The years that have older items, the last one first, each with its count."""
        return [
            {"label": str(year), "count": self.older[year], "query": f"year={year}"}
            for year in sorted(self.older, reverse=True)
        ]


def front_page(site: Site, counts: Counts) -> FrontPage:
    """As the service has set it; everything where nothing is as new as that.

    Only where some are old at all does it ask how the service has set it.
    """
    if not _before(_months_ago(SOONEST), counts):
        return FrontPage()
    settings = NewsSettings.objects.filter(site=site)
    months = under_stamps(
        ("news.front_months", site.pk),
        settings.values_list("front_months", flat=True).first,
    )
    if not months:
        return FrontPage()
    since = _months_ago(months)
    older = _before(since, counts)
    is_any_newer = sum(older.values()) < sum(number for *_, number in counts)
    if not (older and is_any_newer):
        return FrontPage()
    # What a year leads to is all of it, the items of the front list among them.
    every = _before(dt.date.max, counts)
    return FrontPage(since, {year: every[year] for year in older})


def _before(since: dt.date, counts: Counts) -> Counter[int]:
    """How many older ones there are, by year."""
    years: Counter[int] = Counter()
    for _topic, year, month, number in counts:
        if dt.date(year, month, 1) < since:
            years[year] += number
    return years


def _months_ago(months: int) -> dt.date:
    """The first of that month: an item leaves with all of its month."""
    today = timezone.localdate()
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return dt.date(year, month + 1, 1)
