"""The weekly mail to coordinators: what is new, to whom, once, and not for nothing."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import Site

from cms.mail import OutboundEmail
from cms.offers import Decision, decide
from cms.roles import Role
from pages.news.jobs import send_digests
from pages.news.models import NewsSettings
from sites.models import Authority
from tests.factories import make_hub, make_service, make_staff
from tests.hub_news.factories import make_accepted, make_hub_news, make_offer
from tests.news.factories import index_of

pytestmark = pytest.mark.usefixtures("at_once")
MONDAY = dt.datetime(2026, 11, 30, 9, 0, tzinfo=dt.UTC)
WEEK = dt.timedelta(days=7)


@pytest.fixture
def gwynedd(provisioned: None) -> Site:
    site = make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))
    for language in ("en", "cy"):
        index_of(site, language)
    return site


@pytest.fixture
def news(gwynedd: Site) -> Any:
    """On the Saturday before: the hub writes, and decides on three offers."""
    hub = make_hub()
    editor = make_staff(hub, Role.HUB_EDITOR)
    with time_machine.travel(MONDAY - dt.timedelta(days=2)):
        make_hub_news(hub, title="For Wales", reach=["wales"])
        make_hub_news(hub, title="For England", reach=["england"])
        make_accepted(make_service("devon"), by=editor, en="A walk", cy="Taith gerdded")
        make_accepted(gwynedd, by=editor, cy="Noson")
        offer = make_offer(gwynedd, cy="Rhy hir")
        decide(offer=offer, decision=Decision.DECLINE, by=editor, reason_cy="Hir.")
    return editor


def mails() -> dict[str, str]:
    found = OutboundEmail.objects.filter(template="news/digest").order_by("pk")
    return {mail.to: mail.text for mail in found}


def lines(text: str) -> list[str]:
    return [line[2:] for line in text.splitlines() if line.startswith("- ")]


def test_each_coordinator_reads_what_is_new_in_their_own_language(
    gwynedd: Site, news: Any
) -> None:
    welsh = make_staff(gwynedd, Role.COORDINATOR, preferred_language="cy")
    english = make_staff(gwynedd, Role.MANAGER, preferred_language="en")
    make_staff(gwynedd, Role.EDITOR)

    with time_machine.travel(MONDAY):
        send_digests(gwynedd)

    sent = mails()
    assert set(sent) == {welsh.email, english.email}
    ours, others = ["Noson", "Rhy hir"], "Devon Independent Visitors"
    assert sorted(lines(sent[english.email])[:2]) == [f"{o} (in Welsh)" for o in ours]
    assert lines(sent[english.email])[2:] == ["For Wales", f"A walk ({others})"]
    assert lines(sent[welsh.email])[2] == "For Wales (yn Saesneg)"
    assert lines(sent[welsh.email])[3].startswith("Taith gerdded (")
    assert "Nid yw’r hyb yn ei ddangos." in sent[welsh.email]
    assert "/cy/" in sent[welsh.email]


def test_it_is_sent_once_a_week_on_a_monday_and_begins_where_the_last_one_ended(
    gwynedd: Site, news: Any
) -> None:
    make_staff(gwynedd, Role.COORDINATOR)
    with time_machine.travel(MONDAY - dt.timedelta(days=1)):
        send_digests(gwynedd)
    assert mails() == {}

    with time_machine.travel(MONDAY):
        send_digests(gwynedd)
        send_digests(gwynedd)
    assert OutboundEmail.objects.filter(template="news/digest").count() == 1

    with time_machine.travel(MONDAY + WEEK):
        send_digests(gwynedd)
    assert OutboundEmail.objects.filter(template="news/digest").count() == 1

    with time_machine.travel(MONDAY + WEEK + dt.timedelta(days=1)):
        make_accepted(make_service("devon"), by=news, en="Late")
    with time_machine.travel(MONDAY + 2 * WEEK):
        send_digests(gwynedd)
    last = OutboundEmail.objects.filter(template="news/digest").latest("pk")
    assert [line.partition(" (")[0] for line in lines(last.text)] == ["Late"]


def test_a_service_that_does_not_want_it_gets_none(gwynedd: Site, news: Any) -> None:
    make_staff(gwynedd, Role.COORDINATOR)
    NewsSettings.objects.create(site=gwynedd, weekly_digest=False)

    with time_machine.travel(MONDAY):
        send_digests(gwynedd)

    assert mails() == {}


def test_nobody_to_write_to_is_no_reason_to_be_silent(gwynedd: Site, news: Any) -> None:
    with time_machine.travel(MONDAY):
        send_digests(gwynedd)

    assert set(mails()) == {gwynedd.service.email}
    assert timezone.localdate(MONDAY).weekday() == 0
