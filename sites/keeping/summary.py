"""What a service keeps, rule by rule: how much, until when, and what holds it back."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.models import Site

from cms.models import Purge
from cms.plugins import plugin_of
from cms.retention import Judged, Rule, Stay, judge, rules
from sites.details import how_long

SOON = dt.timedelta(days=30)


@dataclass(frozen=True)
class Kept:
    """One rule at a service: records by their references, which name nobody."""

    name: str
    rule: Rule
    site: Site
    records: tuple[Judged, ...]
    deleted: int
    today: dt.date

    @property
    def room(self) -> str:
        """What the records are of: the plugin's name."""
        label = self.name.partition(".")[0]
        if label == "cms":
            return gettext("E-mails")
        return str(apps.get_app_config(label).verbose_name)

    @property
    def how_long(self) -> str:
        """How long they are kept here."""
        return how_long(self.rule.months(self.site))

    @property
    def going(self) -> list[Judged]:
        """What the next night deletes: the dry run, for this rule."""
        return [each for each in self.records if each.goes(self.today)]

    @property
    def soon(self) -> list[Judged]:
        """What is deleted within a month, unless something happens to it."""
        return [
            each
            for each in self.records
            if each.goes(self.today + SOON) and not each.goes(self.today)
        ]

    @property
    def held(self) -> list[Judged]:
        """What somebody holds, whatever the day."""
        return [each for each in self.records if each.stays is Stay.HELD]

    @property
    def waiting(self) -> list[Judged]:
        """What is past its day, and stays because nobody has filed it."""
        return waiting(self.records, self.today)


def waiting(records: tuple[Judged, ...], day: dt.date) -> list[Judged]:
    """Those of `records` that wait for somebody to file them."""
    return [
        each for each in records if each.stays is Stay.UNFILED and each.is_past(day)
    ]


def kept_at(site: Site) -> Iterator[Kept]:
    """Every rule at `site`, with its records."""
    found: dict[str, list[Judged]] = {name: [] for name in rules()}
    for judged in judge(site):
        found[judged.name].append(judged)
    deleted = _deleted(site)
    # What plugins keep stands before what the host keeps.
    for name in sorted(
        found, key=lambda each: plugin_of(each.partition(".")[0]) is None
    ):
        records = found[name]
        yield Kept(
            name=name,
            rule=rules()[name],
            site=site,
            records=tuple(sorted(records, key=lambda each: each.until)),
            deleted=deleted.get(name, 0),
            today=timezone.localdate(),
        )


def _deleted(site: Site) -> dict[str, int]:
    counts = Purge.objects.filter(site=site).order_by().values("rule")
    return {row["rule"]: row["total"] for row in counts.annotate(total=Sum("count"))}
