"""The board, the evidence and the hub's list on their screens, as each who may see."""

import csv
import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Site

from cms.language import plain_date
from cms.models import SiteProfile
from cms.publishing import own_words
from cms.roles import Role
from sites.models import Service
from sites.parity.due import end_of
from sites.parity.evidence import Year
from sites.parity.models import ParityScore, PublishedAlone
from sites.parity.screens.all_services import lines
from sites.parity.services import publish_alone
from tests.factories import make_hub, make_service, make_staff
from tests.parity.drafts import draft, publish

pytestmark = pytest.mark.django_db
TABLE = "/admin/parity/report.csv"
REPORT = "/admin/parity/report/"


def test_a_year_of_evidence_begins_in_april():
    march, april = dt.date(2027, 3, 31), dt.date(2027, 4, 1)

    assert (Year.of(march), Year.of(april)) == (Year(2026), Year(2027))
    assert (Year(2026).first, Year(2026).last) == (dt.date(2026, 4, 1), march)
    assert str(Year(2026)) == "2026–27"


def alone_at(gwynedd, devon):
    """A page in one language at each; both services are bound."""
    editor = make_staff(gwynedd, Role.EDITOR, first_name="Nia")
    page, theirs = draft(gwynedd), draft(devon, slug="theirs")
    for each, site, by in ((page, gwynedd, editor), (theirs, devon, None)):
        Service.objects.filter(site=site).update(welsh_standards=True)
        publish_alone(
            page=each,
            by=by,
            due_at=timezone.now() + dt.timedelta(days=2),
            reason=f"Because of {site.hostname}",
            is_urgent=False,
        )
    return page


def test_the_board_the_report_and_the_table_tell_of_this_service_alone(
    provisioned, client_at
):
    gwynedd = make_service("gwynedd")
    page = alone_at(gwynedd, make_service("devon"))
    translator = client_at(gwynedd, make_staff(gwynedd, Role.TRANSLATOR))

    board = translator.get("/admin/parity/").text
    report = translator.get(REPORT).text
    welsh = translator.get(f"{REPORT}?language=cy").text
    answer = translator.get(f"{TABLE}?language=en")
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))

    for told in (board, report, answer.text):
        assert "visits en" in told
        assert "Because of gwynedd.localhost" in told
        assert "theirs" not in told
    assert reverse("parity_page", args=[page.pk]) in board
    assert "Nia" in report
    assert '<html lang="cy">' in welsh
    assert "Ymwelwyr Annibynnol Gwynedd" in welsh
    assert len(rows[0]) == 11
    assert rows[1][:4] == ["Page in one language alone", "visits en", "Open", "Welsh"]
    promise = PublishedAlone.objects.get(page=page)
    promise.due_at = end_of(dt.date(2026, 12, 4))
    assert promise.due_on == dt.date(2026, 12, 4)
    with override("en"):
        in_two_days = plain_date(timezone.localdate() + dt.timedelta(days=2))
    assert rows[1][6] == in_two_days
    assert rows[2][:4] == ["Page", "visits en", "Missing", "Welsh"]
    assert "Because of gwynedd.localhost" in translator.get("/admin/").text


def test_who_may_not_see_them_and_years_that_are_none_find_nothing(
    provisioned, client_at
):
    gwynedd, hub = make_service("gwynedd"), make_hub()
    alone_at(gwynedd, make_service("devon"))
    translator = client_at(gwynedd, make_staff(gwynedd, Role.TRANSLATOR))
    coordinator = client_at(gwynedd, make_staff(gwynedd, Role.COORDINATOR))
    at_hub = client_at(hub, make_staff(hub, Role.HUB_EDITOR))

    year = Year.of(timezone.localdate()).number
    for address in (f"{REPORT}?year={year + 1}", f"{REPORT}?language=fr"):
        assert translator.get(address).status_code == 404
    assert translator.get(f"{REPORT}?year={year}").status_code == 200
    for address in ("/admin/parity/", REPORT, TABLE):
        assert coordinator.get(address).status_code == 404
        assert at_hub.get(address).status_code == 404
    assert coordinator.get("/admin/parity/services/").status_code == 404
    assert "Because of" not in coordinator.get("/admin/").text


def test_an_english_service_reads_that_its_board_is_for_its_own_use(
    provisioned, client_at
):
    devon = make_service("devon")
    client = client_at(devon, make_staff(devon, Role.EDITOR))

    assert "for your own use" in client.get("/admin/parity/").text


def test_the_hub_reads_numbers_and_no_titles(provisioned, client_at):
    gwynedd, hub = make_service("gwynedd"), make_hub()
    with own_words():
        publish(draft(gwynedd, slug="secret"))
    client = client_at(hub, make_staff(hub, Role.HUB_EDITOR))
    local = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))
    ParityScore.objects.create(site=gwynedd, even=3, missing=1)

    told = client.get("/admin/parity/services/").text

    assert "75%" in told
    assert "Not counted yet" in told
    assert "secret" not in told
    assert local.get("/admin/parity/services/").status_code == 404
    assert local.get("/admin/parity/").status_code == 200


def test_the_list_of_all_takes_the_same_queries_at_any_number(
    provisioned, django_assert_num_queries
):
    with CaptureQueriesContext(connection) as asked:
        assert [line.is_bound for line in lines()] == [True, False]
    gwynedd = Site.objects.get(hostname="gwynedd.localhost")
    for number in range(20):
        site = Site.objects.create(
            hostname=f"s{number}.localhost", root_page=gwynedd.root_page
        )
        SiteProfile.objects.create(
            site=site, default_language="en", reference_prefix=f"S{number}"
        )
        Service.objects.create(site=site, name_en=f"S{number}", name_cy=f"S{number}")
        ParityScore.objects.create(site=site, even=number, missing=1)

    with django_assert_num_queries(len(asked)):
        found = lines()

    assert len(found) == 22
    assert [line.is_bound for line in found][:2] == [True, False]
    shares = [line.score.per_cent for line in found if line.score]
    assert shares == sorted(shares)
    assert PublishedAlone.objects.count() == 0
