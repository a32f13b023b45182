"""What of the log of reads a service's managers see, and how it is narrowed down."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy
from wagtail.models import Site

from cms.admin import roles_at
from cms.models import ReadLog
from cms.plugins import plugin_of
from cms.roles import READ_LOG_ROLES
from sites.people.models import User

OWN_KIND = "cms.readlog"
_OTHER_KINDS = {
    OWN_KIND: pgettext_lazy("what was read", "The log of reads"),
    "rights.rightsrequest": pgettext_lazy(
        "what was read", "Requests about people’s own data"
    ),
    "entry.signin": pgettext_lazy("what was read", "Sign-ins"),
    "sites.archive": pgettext_lazy("what was read", "The whole service, as files"),
}


def may_read(user: Any, site: Site | None) -> bool:
    """Whether the person may see who read what: the managers of this very site."""
    return site is not None and bool(roles_at(user, site) & READ_LOG_ROLES)


def readers_of(site: Site) -> QuerySet[User]:
    """Who works at `site`, by name; those who have left stay in the list itself."""
    people = User.objects.filter(memberships__site=site).distinct()
    return people.order_by("first_name", "last_name", "pk")


@dataclass(frozen=True)
class Asked:
    """What of the log is wanted; what makes no sense is not asked."""

    person: User | None = None
    record: str = ""
    day: datetime.date | None = None

    @classmethod
    def of(cls, query: Any, site: Site) -> "Asked":
        """From a query string; somebody else's colleague is nobody here."""
        person = query.get("person", "")
        known = person.isdecimal() and len(person) <= 18
        return cls(
            person=readers_of(site).filter(pk=person).first() if known else None,
            record=query.get("record", "").strip().upper()[:64],
            day=_day(query.get("day", "")),
        )

    def rows(self, site: Site) -> QuerySet[ReadLog]:
        """The reads at `site` that were asked for, the newest first."""
        rows = ReadLog.objects.filter(site=site).select_related("user")
        if self.person:
            rows = rows.filter(user=self.person)
        if self.record:
            listed = Q(listed__contains=f" {self.record} ")
            rows = rows.filter(listed | Q(reference=self.record))
        if self.day:
            start = datetime.datetime.combine(self.day, datetime.time.min)
            end = start + datetime.timedelta(days=1)
            rows = rows.filter(
                at__gte=timezone.make_aware(start), at__lt=timezone.make_aware(end)
            )
        return rows

    @property
    def query(self) -> dict[str, str]:
        """The same for an address."""
        said = {
            "person": str(self.person.pk) if self.person else "",
            "record": self.record,
            "day": self.day.isoformat() if self.day else "",
        }
        return {name: value for name, value in said.items() if value}


def what(row: ReadLog) -> str | Promise:
    """The kind of records that were read, as the menu calls them."""
    plugin = plugin_of(row.kind)
    return plugin.verbose_name if plugin else _OTHER_KINDS.get(row.kind, row.kind)


def _day(text: str) -> datetime.date | None:
    try:
        day = parse_date(text)
    except ValueError:
        return None
    # Neither end of the calendar has a day after it in every time zone.
    return day if day and 2000 <= day.year < 3000 else None
