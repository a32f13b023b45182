"""What to do this week: each person's own lines, in the same queries for any number."""

import datetime as dt
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, Site

from cms.publishing import own_words
from cms.roles import Role
from sites.parity.models import ParityScore
from sites.upkeep.week import waiting_drafts
from tests.casework.factories import make_case
from tests.factories import make_service, make_staff
from tests.news.factories import make_news
from tests.upkeep.test_reviews import due, pair

pytestmark = pytest.mark.usefixtures("with_forms", "at_once")
A_DAY = dt.timedelta(days=1)


def fill(site: Site, name: str) -> None:
    """One of everything that is to be done."""
    english, welsh = pair(site, f"Costs {name}")
    due(english, site)
    Page.objects.filter(pk=welsh.pk).update(
        latest_revision_created_at=timezone.now() - 8 * A_DAY,
        has_unpublished_changes=True,
    )
    item = make_news(site, "en", title=f"News {name}")
    Page.objects.filter(pk=item.pk).update(expire_at=timezone.now() + 3 * A_DAY)
    make_case(site, answer_by=timezone.localdate() - A_DAY)


def lines(client: Any) -> list[str]:
    page = BeautifulSoup(client.get("/admin/").text, "html.parser")
    return [
        line.a.get_text(strip=True) for line in page.select("#this-week-section li")
    ]


def test_each_person_is_told_of_their_own_work_at_their_own_service(client_at):
    gwynedd, devon = make_service("gwynedd"), make_service("devon")
    fill(gwynedd, "one")
    ParityScore.objects.update_or_create(site=gwynedd, defaults={"missing": 2})
    editor = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    coordinator = client_at(gwynedd, make_staff(gwynedd, Role.COORDINATOR))
    elsewhere = client_at(devon, make_staff(devon, Role.EDITOR))

    assert lines(editor) == [
        "1 page is to be reviewed.",
        "2 texts are missing or out of date in one language.",
        "1 draft has waited for more than a week.",
        "1 item of news expires within two weeks.",
    ]
    assert lines(coordinator) == [
        "Applications: 1 person should have heard from us already."
    ]
    assert lines(elsewhere) == []
    assert "Costs one cy" in editor.get("/admin/waiting-drafts/").text
    assert "Costs one" not in elsewhere.get("/admin/waiting-drafts/").text
    assert coordinator.get("/admin/waiting-drafts/").status_code == 404


def test_only_what_can_be_published_now_waits(client_at):
    gwynedd = make_service("gwynedd")
    begun, gone, planned, sent = (
        pair(gwynedd, name)[0].specific for name in ("Begun", "Gone", "Planned", "Sent")
    )
    begun.save_revision()
    planned.go_live_at = timezone.now() + A_DAY
    sent.save_revision()
    with own_words():
        gone.unpublish()
        planned.save_revision().publish()
    sent.get_workflow().start(sent, make_staff(gwynedd, Role.EDITOR))

    assert [page.title for page in waiting_drafts(gwynedd)] == ["Begun"]


def test_the_dashboard_asks_the_same_for_one_of_everything_and_for_four(client_at):
    gwynedd = make_service("gwynedd")
    fill(gwynedd, "one")
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    lines(client)
    with CaptureQueriesContext(connection) as few:
        lines(client)
    for name in ("two", "three", "four"):
        fill(gwynedd, name)

    with CaptureQueriesContext(connection) as many:
        told = lines(client)

    assert told[0] == "4 pages are to be reviewed."
    assert len(many) == len(few)
