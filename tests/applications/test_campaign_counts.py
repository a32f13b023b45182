"""Who came is counted by the code of the link, and by nothing else."""

import csv
import datetime as dt
import io
import re
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from forms.applications.campaigns.counting import Period, tallies
from forms.applications.campaigns.models import Campaign
from forms.applications.campaigns.sheets import halves_of
from forms.applications.models import Application
from forms.casework.services import move_to_step
from forms.journeys.models import Draft
from tests.applications.campaigning import (
    COUNTS,
    EXPORT,
    LIST,
    begun,
    make_campaign,
    sent,
)
from tests.applications.reading_qr import read
from tests.factories import make_staff
from tests.journeys.walking import PART_ONE

pytestmark = pytest.mark.django_db


def test_who_came_is_counted_by_campaign_and_step(gwynedd, devon, staff):
    make_campaign(gwynedd)
    make_campaign(gwynedd, "cafe", archived=True)
    for code in ("library", "Library", "cafe", "typo", "", ""):
        sent(gwynedd, code)
    move_to_step(
        case=Application.objects.filter(campaign="library").get().case,
        step="talking",
        by=make_staff(gwynedd, "coordinator"),
    )
    sent(devon, "library")
    begun(gwynedd, "library")
    begun(devon, "library")

    counted = [(t.code or t.name, t.begun, t.sent, t.steps) for t in _all(gwynedd)]

    assert counted == [
        ("library", 1, 2, [1, 1, 0, 0, 0]),
        ("cafe", 0, 1, [1, 0, 0, 0, 0]),
        ("Other codes", 0, 1, [1, 0, 0, 0, 0]),
        ("No campaign", 0, 2, [2, 0, 0, 0, 0]),
    ]


def _all(site):
    return tallies(site, Period())


def test_a_period_counts_whole_days(gwynedd, staff):
    make_campaign(gwynedd)
    for day in (1, 2, 3):
        sent(gwynedd, "library", dt.datetime(2026, 3, day, 23, tzinfo=dt.UTC))

    def count(query):
        rows = list(csv.reader(io.StringIO(staff.get(EXPORT + query).content.decode())))
        return rows[1][3]

    assert count("") == "3"
    assert count("?first=2026-03-02&last=2026-03-02") == "1"
    assert count("?last=2026-03-02") == "2"
    assert count("?first=2026-03-04") == "0"


def test_what_is_exported_is_no_formula(gwynedd, staff):
    Campaign.objects.create(site=gwynedd, title="=1+1", code="-2")

    answer = staff.get(EXPORT)

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0][:4] == ["Name", "Code", "Begun, not sent yet", "Sent"]
    assert rows[1][:4] == ["'=1+1", "'-2", "0", "0"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_wrong_period_is_said_on_the_screen_and_never_exported(gwynedd, staff):
    query = "?first=2026-03-02&last=2026-03-01"

    answer = staff.get(EXPORT + query)

    assert answer.headers["Location"] == COUNTS + query
    words = staff.get(COUNTS + query).content.decode()
    assert words.count("The last day comes before the first.") == 1


def test_whoever_scans_a_code_is_counted_at_that_service_in_either_language(gwynedd):
    campaign = make_campaign(gwynedd)

    for half in halves_of(campaign):
        _scan(read(half.code), gwynedd)

    assert [(d.site, d.language, d.campaign) for d in Draft.objects.order_by("pk")] == [
        (gwynedd, "cy", "library"),
        (gwynedd, "en", "library"),
    ]
    assert _all(gwynedd)[0].begun == 2


def _scan(link, site):
    """Follow the link of a code, press its button and answer the first question."""
    address = urlsplit(link)
    assert address.netloc == site.hostname
    browser = Client(SERVER_NAME=address.netloc)
    page = browser.get(f"{address.path}?{address.query}").content.decode()
    start = re.search(r'href="([^"]+campaign=library)" role="button"', page)[1]
    first = browser.get(start).content.decode()
    hidden = re.findall(r'type="hidden" name="(.+?)" value="(.*?)"', first)
    browser.post(start, {**dict(hidden), **PART_ONE["your-language"]})


@pytest.mark.parametrize("code", ["cafe", "never-was", "%3Cscript%3E", "x" * 41])
def test_another_services_code_or_an_unknown_one_does_no_harm(
    gwynedd, devon, staff, applicant, code
):
    make_campaign(gwynedd)
    make_campaign(devon, "cafe")

    page = applicant.look(query=f"?campaign={code}")
    applicant.post(
        "your-language", PART_ONE["your-language"], query=f"?campaign={code}"
    )

    assert page.status_code == 200
    assert "<script>" not in page.content.decode()
    here = {tally.code or tally.name: tally.begun for tally in _all(gwynedd)}
    counted = "Other codes" if len(code) < 12 and "%" not in code else "No campaign"
    assert here == {"library": 0, "Other codes": 0, "No campaign": 0, counted: 1}
    assert [tally.begun for tally in _all(devon)] == [0, 0, 0]


@pytest.mark.parametrize("address", [LIST, COUNTS, EXPORT])
def test_more_campaigns_ask_no_more_of_the_database(
    gwynedd, staff, address, django_assert_num_queries
):
    make_campaign(gwynedd)
    staff.get(address)
    with CaptureQueriesContext(connection) as one:
        staff.get(address)
    for number in range(4):
        make_campaign(gwynedd, f"more-{number}")
        sent(gwynedd, f"more-{number}")

    with django_assert_num_queries(len(one)):
        staff.get(address)


def test_the_list_asks_fourteen_questions(gwynedd, staff, django_assert_num_queries):
    make_campaign(gwynedd)
    staff.get(LIST)

    with django_assert_num_queries(14):
        staff.get(LIST)
