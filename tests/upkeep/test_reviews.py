"""Who looks after pages, what they are reminded of, and what the report shows."""

import datetime as dt
import io
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import Page, PageLogEntry, Site

from cms.language import slugify
from cms.mail import OutboundEmail
from cms.roles import Role
from pages.standard_pages.models import StandardPage
from sites.memberships import revoke
from sites.models import Cover
from sites.upkeep.jobs import remind_at, remind_of_reviews
from sites.upkeep.looking import YEARLY, looked_after
from sites.upkeep.models import PageCare
from sites.upkeep.services import look_after
from tests.factories import home_of, make_service, make_staff, publish

pytestmark = pytest.mark.usefixtures("started", "at_once")
A_DAY = dt.timedelta(days=1)


@pytest.fixture
def gwynedd() -> Site:
    return make_service("gwynedd")


def pair(site: Site, title: str) -> tuple[Page, Page]:
    """A page in both languages."""
    slug = slugify(title)
    english = publish(StandardPage(title=title, slug=slug), home_of(site, "en"))
    welsh = StandardPage(title=f"{title} cy", slug=slug)
    welsh.translation_key = english.translation_key
    return english, publish(welsh, home_of(site, "cy"))


def due(page: Page, site: Site, *, owner: Any = None, days: int = -1) -> PageCare:
    day = timezone.localdate() + days * A_DAY
    return look_after(
        page=page, site=site, owner=owner, every_months=6, review_on=day, by=None
    )


def rows(answer: Any) -> list[str]:
    page = BeautifulSoup(answer.text, "html.parser")
    return [row.get_text(strip=True) for row in page.select(".iv-upkeep th[scope=row]")]


def mails() -> list[OutboundEmail]:
    return list(OutboundEmail.objects.filter(template="upkeep/pages_due"))


def named(mail: OutboundEmail) -> list[str]:
    return [line[2:] for line in mail.text.splitlines() if line.startswith("- ")]


def test_legal_pages_are_due_yearly_and_others_when_somebody_says_so(gwynedd):
    Page.objects.filter(starter__key__in=["privacy", "faq"]).update(
        last_published_at=timezone.now() - 400 * A_DAY
    )

    told = {one.page.starter.key: one for one in looked_after(gwynedd)}

    assert told["privacy"].state == "late"
    assert told["privacy"].months == 12
    assert told["cookies"].state == "planned"
    assert {key for key, one in told.items() if one.months == 12} == YEARLY
    assert told["faq"].state == "old"
    assert told["contact"].state == "unplanned"


def test_an_owner_is_chosen_for_both_languages_among_one_s_own_staff(
    gwynedd, client_at
):
    english, welsh = pair(gwynedd, "Costs")
    lowri = make_staff(gwynedd, Role.EDITOR)
    stranger = make_staff(make_service("devon"), Role.EDITOR)
    client = client_at(gwynedd, lowri)
    address = reverse("page_care", args=[welsh.pk])
    facts = {"owner": lowri.pk, "every_months": "12", "review_on": ""}

    refused = client.post(address, {**facts, "owner": stranger.pk})
    client.post(address, facts)

    care = PageCare.objects.get(translation_key=english.translation_key)
    assert refused.status_code == 200
    assert (care.owner, care.every_months) == (lowri, 12)
    assert care.review_on > timezone.localdate() + 360 * A_DAY
    shown = client.get(reverse("page_care", args=[english.pk])).text
    assert str(lowri) in shown
    theirs = client_at(make_service("devon"), stranger)
    assert theirs.get(address).status_code == 404
    assert theirs.post(address, {"do": "right"}).status_code == 404
    coordinator = client_at(gwynedd, make_staff(gwynedd, Role.COORDINATOR))
    assert coordinator.get(address).status_code == 404


def test_a_page_that_somebody_found_right_is_due_again_after_its_time(
    gwynedd, client_at
):
    page, _welsh = pair(gwynedd, "Costs")
    care = due(page, gwynedd)
    client = client_at(gwynedd, make_staff(gwynedd, Role.TRANSLATOR))

    client.post(reverse("page_care", args=[page.pk]), {"do": "right"})

    care.refresh_from_db()
    assert care.review_on > timezone.localdate() + 170 * A_DAY
    assert care.reviewed_by is not None
    assert PageLogEntry.objects.filter(page=page, action="upkeep.reviewed").exists()


def test_what_the_public_reads_of_a_review_is_said_by_who_may_publish(
    gwynedd, client_at
):
    page = home_of(gwynedd, "en").get_descendants().get(starter__key="privacy")
    alias = page.specific.create_alias(
        parent=home_of(gwynedd, "en"), update_slug="again", reset_translation_key=True
    )
    address = reverse("page_care", args=[page.pk])
    translator = client_at(gwynedd, make_staff(gwynedd, Role.TRANSLATOR))
    editor = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))

    translator.post(address, {"do": "right"})
    assert not PageCare.objects.filter(reviewed_at__isnull=False).exists()
    assert 'value="right"' not in translator.get(address).text
    assert editor.get(reverse("page_care", args=[alias.pk])).status_code == 404

    editor.post(address, {"do": "right"})
    assert PageCare.objects.filter(reviewed_at__isnull=False).count() == 1


def test_a_deputy_is_told_only_where_pages_are_theirs_too(gwynedd):
    page, _welsh = pair(gwynedd, "Costs")
    owner, coordinator = (
        make_staff(gwynedd, role) for role in (Role.EDITOR, Role.COORDINATOR)
    )
    due(page, gwynedd, owner=owner)
    today = timezone.localdate()
    Cover.objects.create(
        site=gwynedd,
        person=owner,
        deputy=coordinator,
        starts_on=today,
        ends_on=today + A_DAY,
    )

    remind_at(gwynedd)

    assert [mail.to for mail in mails()] == [owner.email]


def test_owners_are_told_in_their_language_once_a_week_and_managers_of_the_rest(
    gwynedd,
):
    mine, left, later = (pair(gwynedd, name) for name in ("Mine", "Left", "Later"))
    owner = make_staff(gwynedd, Role.EDITOR, preferred_language="cy")
    leaver = make_staff(gwynedd, Role.EDITOR)
    manager = make_staff(gwynedd, Role.MANAGER, preferred_language="en")
    due(mine[0], gwynedd, owner=owner)
    due(left[0], gwynedd, owner=leaver, days=10)
    due(later[0], gwynedd, owner=owner, days=30)
    revoke(user=leaver, site=gwynedd, role=Role.EDITOR)

    remind_of_reviews()
    remind_at(gwynedd)

    told = {mail.to: named(mail) for mail in mails()}
    assert len(mails()) == 2
    assert told == {owner.email: ["Mine cy"], manager.email: ["Left"]}


def test_the_report_shows_and_exports_one_s_own_pages_in_the_same_queries(
    gwynedd, client_at
):
    devon = make_service("devon")
    due(pair(gwynedd, "Ours")[0], gwynedd)
    due(pair(devon, "Theirs")[0], devon)
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    address = reverse("page_reviews")
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        listed = rows(client.get(address))
    for number in range(3):
        due(pair(gwynedd, f"=More {number}")[0], gwynedd)
    with CaptureQueriesContext(connection) as many:
        client.get(address)

    table = client.get(f"{address}?export=csv").content.decode("utf-8-sig")
    book = load_workbook(io.BytesIO(client.get(f"{address}?export=xlsx").content))

    assert listed == ["Ours"]
    assert len(many) == len(few)
    assert "Ours" in table
    assert "\n'=More 0," in table
    assert "Theirs" not in table
    assert "Ours" in [cell.value for cell in book.active["A"]]
    coordinator = client_at(gwynedd, make_staff(gwynedd, Role.COORDINATOR))
    assert coordinator.get(address).status_code == 404
