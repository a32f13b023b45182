"""Staff see the log of their own service, and those who fill it."""

import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from cms.mail import send_now
from cms.measures import measure
from cms.models import OutboundEmail
from forms.referrals.models import OfferLink, OfferRecord
from forms.referrals.offering.counting import Quarter, by_quarter, in_twelve_months
from tests.referrals.offering.factories import (
    ADD,
    EXPORT,
    LOG,
    OFFICERS,
    make_link,
    make_record,
    path_of,
    staff_at,
)

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def authorities(two_authorities):
    return two_authorities


@pytest.fixture
def link(authorities):
    return make_link(authorities[0])


@pytest.fixture
def staff(client_at, authorities):
    return staff_at(client_at, authorities[0])


def on(link, day, **facts):
    return make_record(link, considered_on=day, **facts)


def test_it_is_counted_by_answer_by_quarter_and_in_twelve_months(authorities, link):
    today = timezone.localdate()
    on(link, today, answer="objects", offered=False)
    on(link, today - 300 * DAY, explained=False)
    on(link, today - 366 * DAY, answer="not_now")
    on(make_link(authorities[1]), today)

    counted = in_twelve_months(authorities[0])
    assert [counted[name] for name in ("considered", "explained", "offered")] == [
        2,
        1,
        1,
    ]
    assert [counted[name] for name in ("wants", "objects", "not_now")] == [1, 1, 0]
    quarters = by_quarter(authorities[0])
    assert [quarter for quarter, _counts in quarters] == sorted(
        {quarter for quarter, _counts in quarters}, reverse=True
    )
    assert sum(counts["considered"] for _quarter, counts in quarters) == 3


def test_the_figures_know_it(authorities, link):
    make_record(link)
    make_record(link, explained=False, offered=False, answer="not_asked")

    counted = measure(authorities[0])
    assert {
        name.partition(".")[2]: number
        for name, number in counted.items()
        if name.startswith("referrals.")
    } == {
        "children_considered": 2,
        "visitors_explained": 1,
        "visitors_offered": 1,
        "offers_wanted": 1,
        "offers_not_sure": 0,
        "offers_not_now": 0,
        "offers_objected": 0,
        "offers_not_asked": 1,
    }
    assert measure(authorities[1])["referrals.children_considered"] == 0


@pytest.mark.parametrize("text", ["", "2027", "2027-5", "27-1", "2027-x", "٢٠٢٧-1"])
def test_what_is_no_quarter_is_none(staff, text):
    assert Quarter.from_text(text) is None
    if text:
        assert staff.get(LOG, {"quarter": text}).status_code == 404


def test_a_quarter_is_listed_alone_and_downloaded_alone(staff, link):
    on(link, dt.date(2026, 5, 3), answer="not_now")
    on(link, dt.date(2026, 7, 1), answer="objects")

    words = staff.get(LOG, {"quarter": "2026-2"}).content.decode()
    file = staff.get(EXPORT, {"quarter": "2026-2", "file": "csv"})

    assert "Line by line: April–June 2026" in words
    assert "3 May 2026" in words
    assert "1 July 2026" not in words
    assert file.content.decode().count("2026-0") == 1
    assert "Eleri" not in file.content.decode()
    assert "offers-2026-2.csv" in file["Content-Disposition"]


def test_the_workbook_holds_days_and_no_names(staff, link):
    on(link, dt.date(2026, 5, 3), next_review=dt.date(2026, 11, 1))

    file = staff.get(EXPORT, {"file": "xlsx"})

    rows = list(load_workbook(io.BytesIO(file.content)).active.values)
    assert rows[1][0].date() == dt.date(2026, 5, 3)
    assert rows[1][1:] == (
        *("Yes", "Yes", "They would like a visitor", None, "November 2026"),
    )
    assert staff.get(EXPORT, {"file": "exe"}).status_code == 404


def test_a_line_is_deleted_after_one_question(staff, link):
    record, other = make_record(link), make_record(link)
    address = f"{LOG}{record.pk}/delete/"

    assert "Delete this line?" in staff.get(address).content.decode()
    assert OfferRecord.objects.count() == 2
    staff.post(address)

    assert list(OfferRecord.objects.all()) == [other]


@pytest.mark.parametrize(
    ("place", "role", "status"),
    [
        (0, "coordinator", 200),
        (0, "manager", 200),
        (0, "editor", 404),
        (1, "manager", 404),
    ],
)
def test_only_its_own_caseworkers_reach_a_row(
    client_at, authorities, link, place, role, status
):
    client = staff_at(client_at, authorities[place], role)
    record = make_record(link)
    rows = [f"{LOG}{record.pk}/delete/", f"{OFFICERS}{link.pk}/withdraw/"]
    acts = [f"{OFFICERS}{link.pk}/{act}/" for act in ("send", "renew", "withdraw")]

    assert {client.get(at).status_code for at in rows} == {status}
    done = {client.post(at).status_code for at in [*acts, rows[0]]}
    assert done == ({302} if status == 200 else {404})
    link.refresh_from_db()
    assert (link.version, link.is_open) == ((2, False) if status == 200 else (1, True))
    assert OfferRecord.objects.exists() == (status == 404)
    if place:
        assert "Eleri" not in client.get(OFFICERS).content.decode()


def test_an_officer_is_added_and_mailed_in_both_languages_welsh_first(
    staff, authorities
):
    staff.post(ADD, {"name": "Eleri Prys", "email": "eleri@gwynedd.example"})

    link, mail = OfferLink.objects.get(), OutboundEmail.objects.get()
    send_now(mail)
    mail.refresh_from_db()
    assert (mail.language, mail.to) == ("both", "eleri@gwynedd.example")
    assert mail.text.index(path_of(link, "cy")) < mail.text.index(path_of(link, "en"))
    assert link.sent_at is not None
    assert "Eleri Prys" in staff.get(OFFICERS).content.decode()


def test_one_address_stands_on_the_list_once(staff, link, authorities):
    make_link(authorities[1], email="huw@gwynedd.example")

    again = staff.post(ADD, {"name": "E", "email": "ELERI@gwynedd.example"})
    staff.post(ADD, {"name": "Huw", "email": "huw@gwynedd.example"})

    assert "is on the list already" in again.content.decode()
    assert OfferLink.objects.filter(site=authorities[0]).count() == 2


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"name": "", "email": "e@post.example"}, "Enter a name."),
        ({"name": "E", "email": ""}, "Enter an email address."),
        ({"name": "E", "email": "e"}, "like name@example.org."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(staff, said, error):
    assert error in staff.post(ADD, said).content.decode()
    assert not OfferLink.objects.exists()


def test_a_withdrawn_link_is_not_sent_again(staff, link):
    staff.post(f"{OFFICERS}{link.pk}/withdraw/")

    page = staff.post(f"{OFFICERS}{link.pk}/send/", follow=True)

    assert "The link was withdrawn. Make a new one." in page.content.decode()
    assert not OutboundEmail.objects.exists()


def test_the_lists_need_the_same_queries_for_one_as_for_many(staff, authorities, link):
    def asked(address):
        with CaptureQueriesContext(connection) as queries:
            assert staff.get(address).status_code == 200
        return len(queries)

    make_record(link)
    for address in (LOG, OFFICERS):
        asked(address)
    few = [asked(address) for address in (LOG, OFFICERS)]
    for number in range(8):
        make_record(make_link(authorities[0], email=f"{number}@gwynedd.example"))
    # One more to keep that these names were seen.
    for address in (LOG, OFFICERS):
        asked(address)

    assert [asked(address) for address in (LOG, OFFICERS)] == few
