"""What is to be done at a site this week, by whom: pages, languages, and features."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.models import Page, Revision, Site, WorkflowState

from cms.activation import SERVICE_ROOT_PATH
from cms.admin import Todo, roles_at
from cms.measures import todos_of
from cms.roles import PAGE_ROLES
from sites.broken_links.week import broken_links
from sites.models import Service
from sites.parity.models import ParityScore
from sites.upkeep.looking import State, looked_after

WAITS = dt.timedelta(days=7)
"""A draft that nobody has touched for so long is told of."""


def this_week(user: Any, site: Site) -> list[Todo]:
    """The person's own lines at `site`, what is late first.

    The same queries however many pages there are.
    """
    roles = roles_at(user, site)
    every = [
        *_reviews(site),
        *_languages(site),
        *_drafts(site),
        *broken_links(site),
        *todos_of(site),
    ]
    mine = [one for one in every if user.is_superuser or one.roles & roles]
    return sorted(mine, key=lambda one: not one.is_late)


def waiting_drafts(site: Site) -> QuerySet[Page]:
    """What somebody began, and nobody published; the longest untouched first.

    Not what was taken down or has expired with nothing new in it, what is planned for
    a day to come, or what waits for whoever approves it.
    """
    root = site.root_page.path[:SERVICE_ROOT_PATH]
    drafts = Page.objects.filter(
        path__startswith=root, has_unpublished_changes=True, alias_of__isnull=True
    )
    nothing_new = Q(live=False, last_published_at__gte=F("latest_revision_created_at"))
    # Both keep the page's number as text, which PostgreSQL compares with no number.
    this = Cast(OuterRef("pk"), CharField())
    planned = Exists(
        Revision.page_revisions.filter(
            object_id=this, approved_go_live_at__isnull=False
        )
    )
    under_review = Exists(
        WorkflowState.objects.filter(
            base_content_type=ContentType.objects.get_for_model(Page),
            object_id=this,
            status=WorkflowState.STATUS_IN_PROGRESS,
        )
    )
    return (
        drafts.exclude(nothing_new)
        .exclude(planned)
        .exclude(under_review)
        .order_by("latest_revision_created_at", "pk")
    )


def _reviews(site: Site) -> Iterator[Todo]:
    due = [one for one in looked_after(site) if one.is_due]
    if due:
        words = ngettext(
            "%(count)d page is to be reviewed.",
            "%(count)d pages are to be reviewed.",
            len(due),
        )
        is_late = any(one.state == State.LATE for one in due)
        said = words % {"count": len(due)}
        yield Todo(said, reverse("page_reviews"), PAGE_ROLES, is_late)


def _languages(site: Site) -> Iterator[Todo]:
    service = Service.of(site)
    if service is None or not service.welsh_standards:
        return
    score = ParityScore.objects.filter(site=site).first()
    count = score.missing + score.stale if score else 0
    if count:
        words = ngettext(
            "%(count)d text is missing or out of date in one language.",
            "%(count)d texts are missing or out of date in one language.",
            count,
        )
        yield Todo(words % {"count": count}, reverse("parity"), PAGE_ROLES)


def _drafts(site: Site) -> Iterator[Todo]:
    before = timezone.now() - WAITS
    count = waiting_drafts(site).filter(latest_revision_created_at__lt=before).count()
    if count:
        words = ngettext(
            "%(count)d draft has waited for more than a week.",
            "%(count)d drafts have waited for more than a week.",
            count,
        )
        yield Todo(words % {"count": count}, reverse("waiting_drafts"), PAGE_ROLES)
