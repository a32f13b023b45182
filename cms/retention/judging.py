"""Say of every record when it goes, and what keeps it. Changes nothing."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Site

from cms.retention.registry import rules
from cms.retention.rule import Rule, Stay


@dataclass(frozen=True)
class Judged:
    """One record under its rule. `reference` names nobody."""

    name: str
    rule: Rule
    site: Site
    pk: Any
    reference: str
    until: dt.date
    stays: Stay | None

    def is_past(self, on: dt.date) -> bool:
        """Whether its time is over on a day."""
        return self.until <= on

    def goes(self, on: dt.date) -> bool:
        """Whether it is deleted on a day."""
        return self.is_past(on) and self.stays is None


def judge(site: Site) -> Iterator[Judged]:
    """Every record at `site` whose time is running, rule by rule."""
    for name, rule in rules().items():
        for row in rule.rows(site).iterator(chunk_size=500):
            yield _judged(name, rule, site, row)


def judge_row(name: str, site: Site, rows: QuerySet[Any]) -> Judged | None:
    """The one record of `rows` under the rule; None where its time does not run."""
    row = rows.first()
    return _judged(name, rules()[name], site, row) if row else None


def dry_run(on: dt.date | None = None, site: Site | None = None) -> Iterator[Judged]:
    """What is deleted on a day, today unless said: the purge goes by this very list."""
    day = on or timezone.localdate()
    for each in [site] if site else sites_at_work():
        yield from (judged for judged in judge(each) if judged.goes(day))


def sites_at_work() -> QuerySet[Site]:
    """Not those suspended: nobody there can file a record, or hold it."""
    return Site.objects.filter(profile__suspended_at__isnull=True).order_by("pk")


def _judged(name: str, rule: Rule, site: Site, row: Any) -> Judged:
    return Judged(
        name=name,
        rule=rule,
        site=site,
        pk=row.pk,
        reference=str(row),
        until=rule.until(row, site),
        stays=rule.stays(row),
    )
