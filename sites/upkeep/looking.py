"""Every published page of a site: whose it is, and when it is to be read again."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from cms.models import ArticlePage
from cms.retention import months_after
from cms.roles import PAGE_ROLES
from cms.visibility import published_in_any_language
from sites.upkeep.models import PageCare

YEARLY = frozenset(
    {
        *("accessibility", "privacy", "cookies", "terms", "complaints"),
        *("law", "worried"),
    }
)
"""Starter pages on what the law asks: read again each year, if nobody says else."""
SOON = dt.timedelta(days=14)
LONG_AGO = 12
"""Months without a change after which a page without a day is worth a look."""


class State(models.TextChoices):
    """What is to be done about a page."""

    LATE = "late", _("Overdue")
    SOON = "soon", _("To review in the next two weeks")
    OLD = "old", _("Not changed for a year, and no review planned")
    PLANNED = "planned", _("Review planned")
    UNPLANNED = "unplanned", _("No review planned")


@dataclass(frozen=True)
class LookedAfter:
    """A page in its languages, and the care taken of it."""

    site: Site
    pages: dict[str, Page]
    care: PageCare | None
    today: dt.date
    staff: frozenset[int]

    @property
    def page(self) -> Page:
        """In the reader's language where it can be read in it."""
        return self.in_language((get_language() or "en")[:2])

    def in_language(self, language: str) -> Page:
        """The page in `language`, or else in the one in which it can be read."""
        return self.pages.get(language) or next(iter(self.pages.values()))

    @property
    def owner(self) -> Any:
        """Who looks after it; None where nobody does, or they work here no longer."""
        owner = self.care.owner if self.care else None
        return owner if owner and owner.is_active and owner.pk in self.staff else None

    @property
    def former_owner(self) -> Any:
        """Who looked after it, and has left."""
        owner = self.care.owner if self.care else None
        return None if self.owner else owner

    @cached_property
    def changed_on(self) -> dt.date:
        """When either language was last published."""
        times = [page.last_published_at for page in self.pages.values()]
        last = max((at for at in times if at), default=timezone.now())
        return timezone.localdate(last)

    @cached_property
    def is_yearly(self) -> bool:
        """Whether it is one of the pages that are read yearly by themselves."""
        keys = {getattr(page, "starter", None) for page in self.pages.values()}
        return any(row and row.key in YEARLY for row in keys)

    @property
    def months(self) -> int | None:
        """How often it is read again; None where nobody has said."""
        if self.care:
            return self.care.every_months
        return PageCare.Every.YEAR if self.is_yearly else None

    @cached_property
    def due_on(self) -> dt.date | None:
        """The day on which it is to be read again."""
        if self.care:
            return self.care.review_on
        return months_after(self.changed_on, 12) if self.is_yearly else None

    @cached_property
    def state(self) -> State:
        """What is to be done."""
        if self.due_on is None:
            is_old = months_after(self._seen_on, LONG_AGO) < self.today
            return State.OLD if is_old else State.UNPLANNED
        if self.due_on < self.today:
            return State.LATE
        return State.SOON if self.due_on <= self.today + SOON else State.PLANNED

    @property
    def _seen_on(self) -> dt.date:
        """When somebody last had it in their hands."""
        at = self.care.reviewed_at if self.care else None
        return max(self.changed_on, timezone.localdate(at)) if at else self.changed_on

    @property
    def is_due(self) -> bool:
        """Whether whoever looks after it is reminded."""
        return self.state in (State.LATE, State.SOON)


def staff_for_pages(site: Site) -> QuerySet[Any]:
    """Who writes, translates or publishes pages at `site`: who may own one."""
    held = {"groups__role__site": site, "groups__role__role__in": PAGE_ROLES}
    people = get_user_model().objects.filter(is_active=True, **held).distinct()
    return people.order_by("first_name", "last_name", "pk")


def looked_after(site: Site) -> list[LookedAfter]:
    """Every published page of `site`, what is most urgent first.

    News and stories come and go with their dates: they are here only once somebody
    has said when they are to be read again. The same queries for any number of pages.
    """
    rows = published_in_any_language(site).select_related("locale", "starter")
    cares = _cares(site)
    pages = [page for page in rows if page.translation_key in cares or _stays(page)]
    return sorted(_together(site, pages, cares), key=_urgency)


def looked_after_as(page: Page, site: Site) -> LookedAfter:
    """The same of one page, published or not."""
    family = Page.objects.filter(
        translation_key=page.translation_key,
        path__startswith=site.root_page.path[:8],
        alias_of__isnull=True,
    ).select_related("locale", "starter")
    return _together(site, family, _cares(site, page.translation_key))[0]


def _cares(site: Site, key: uuid.UUID | None = None) -> dict[uuid.UUID, PageCare]:
    rows = PageCare.objects.filter(site=site).select_related("owner", "reviewed_by")
    if key:
        rows = rows.filter(translation_key=key)
    return {row.translation_key: row for row in rows}


def _stays(page: Page) -> bool:
    model = page.cached_content_type.model_class()
    return model is not None and not issubclass(model, ArticlePage)


def _together(
    site: Site, pages: Iterable[Page], cares: dict[uuid.UUID, PageCare]
) -> list[LookedAfter]:
    families: dict[uuid.UUID, dict[str, Page]] = {}
    for page in pages:
        family = families.setdefault(page.translation_key, {})
        family.setdefault(page.locale.language_code, page)
    staff = frozenset(staff_for_pages(site).values_list("pk", flat=True))
    today = timezone.localdate()
    return [
        LookedAfter(site, family, cares.get(key), today, staff)
        for key, family in families.items()
    ]


def _urgency(one: LookedAfter) -> tuple[int, dt.date, str]:
    order = list(State)
    return order.index(one.state), one.due_on or one.changed_on, one.page.path
