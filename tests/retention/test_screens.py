"""Filing and holding on a case's screen, and the managers' screen of what is kept."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from forms.casework.holding.services import hold_case
from forms.casework.models import Case, Filing, Hold
from tests.casework.factories import MARKER, url
from tests.factories import make_staff
from tests.retention.conftest import CLOSED_ON, noon

pytestmark = pytest.mark.django_db
PAST = dt.date(2025, 5, 4)
FILED = {"filed": "on", "on": "2024-05-03", "system": "Mosaic"}


@pytest.fixture
def at(client_at):
    def client(site, user):
        made = client_at(site, user)
        made.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
        return made

    return client


@pytest.fixture
def coordinating(at, gwynedd, coordinator):
    return at(gwynedd, coordinator)


@pytest.fixture
def managing(at, gwynedd, manager):
    return at(gwynedd, manager)


@pytest.fixture
def request_(gwynedd, closed):
    return closed(gwynedd, kind="referrals", display_name=MARKER)


def screen(client, case):
    return client.get(url("case", case.pk, kind=case.kind)).content.decode()


def test_each_case_says_until_when_it_is_kept(coordinating, gwynedd, closed, request_):
    application = closed(gwynedd)

    with time_machine.travel(noon(CLOSED_ON + dt.timedelta(days=9)), tick=False):
        pages = [screen(coordinating, case) for case in (application, request_)]

    assert ["3 May 2025" in page for page in pages] == [True, True]
    assert ["Not filed yet" in page for page in pages] == [False, True]
    assert ["past, and not filed" in page for page in pages] == [False, False]


def test_a_request_past_its_day_turns_red_until_a_coordinator_files_it(
    coordinating, coordinator, request_
):
    with time_machine.travel(noon(PAST), tick=False):
        red = screen(coordinating, request_)
        answer = coordinating.post(
            url("file", request_.pk, kind="referrals"), FILED, follow=True
        )

    filed = Filing.objects.get()
    assert "3 May 2025: past, and not filed" in red
    assert "Mosaic, 3 May 2024, filed by" in answer.content.decode()
    assert "past, and not filed" not in answer.content.decode()
    assert (filed.by, filed.filer, filed.on, filed.system) == (
        coordinator,
        str(coordinator),
        CLOSED_ON,
        "Mosaic",
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"filed": ""}, "Tick this once you have filed it."),
        ({"system": " "}, "Write the name of the system"),
        ({"on": "2999-01-01"}, "It cannot be filed on a day to come."),
        ({"on": "2024-05-02"}, "before the day on which it came"),
    ],
)
def test_a_filing_says_that_it_is_done_when_and_where(
    coordinating, request_, wrong, said
):
    page = coordinating.post(
        url("file", request_.pk, kind="referrals"), {**FILED, **wrong}
    )

    assert said in page.content.decode()
    assert not Filing.objects.exists()


def test_a_manager_holds_a_case_and_lets_it_go(managing, manager, request_):
    held = managing.post(
        url("hold", request_.pk, kind="referrals"),
        {"why_held": "A complaint is open"},
        follow=True,
    )
    twice = managing.post(
        url("hold", request_.pk, kind="referrals"), {"why_held": "Again"}
    )
    one = Hold.objects.get()
    lifted = managing.post(url("lift", request_.pk, kind="referrals"), follow=True)

    assert "A complaint is open" in held.content.decode()
    assert "It is held already." in twice.content.decode()
    assert (one.by, one.why, one.lifted_at) == (manager, "A complaint is open", None)
    assert "Hold lifted" in lifted.content.decode()
    assert Hold.objects.get().lifted_by == manager


def test_a_coordinator_does_not_hold_and_is_not_offered_it(
    coordinating, managing, request_
):
    addresses = [url(n, request_.pk, kind="referrals") for n in ("hold", "lift")]

    answers = [coordinating.post(a, {"why_held": "x"}).status_code for a in addresses]

    assert answers == [404, 404]
    assert not Hold.objects.exists()
    assert [addresses[0] in screen(c, request_) for c in (coordinating, managing)] == [
        False,
        True,
    ]


def test_another_authority_files_and_holds_nothing_here(at, devon, request_):
    stranger = at(devon, make_staff(devon, "manager"))
    names = ("file", "hold", "lift")

    answers = [
        stranger.post(url(name, request_.pk, kind="referrals"), FILED).status_code
        for name in names
    ]

    assert answers == [404, 404, 404]
    assert (Filing.objects.count(), Hold.objects.count()) == (0, 0)


def test_the_manager_sees_what_goes_what_is_held_and_what_waits(
    managing, manager, gwynedd, devon, closed, request_
):
    going, held = closed(gwynedd, display_name=MARKER), closed(gwynedd)
    hold_case(case=held, why="A complaint", by=manager)
    soon = closed(gwynedd, on=CLOSED_ON + dt.timedelta(days=20))
    theirs = closed(devon)

    with time_machine.travel(noon(PAST), tick=False):
        page = managing.get(reverse("keeping"))

    by_name = {each.name: each for each in page.context["kept"]}
    applications = by_name["applications.not_taken_on"]
    requests = by_name["referrals.filed"]

    def references(records):
        return [each.reference for each in records]

    assert references(applications.going) == [going.reference]
    assert references(applications.soon) == [soon.reference]
    assert references(applications.held) == [held.reference]
    assert references(requests.waiting) == [request_.reference]
    text = page.content.decode()
    assert going.reference in text
    assert theirs.reference not in text
    assert MARKER not in text


def test_only_managers_see_it(at, gwynedd, devon, coordinator, manager):
    address = reverse("keeping")
    places = [
        at(gwynedd, manager),
        at(gwynedd, coordinator),
        at(gwynedd, make_staff(gwynedd, "editor")),
    ]

    assert [c.get(address).status_code for c in places] == [200, 404, 404]
    assert Case.objects.count() == 0
