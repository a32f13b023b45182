"""The waiting list: how long, since the last word, and everyone who was referred."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forms.casework.models import Case, Note
from forms.casework.services import move_case
from forms.referrals.waiting.queries import bands, everyone, waiting_list
from tests.casework.factories import MARKER, make_case, url
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
TODAY = datetime(2027, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def authorities(two_authorities):
    return two_authorities


@pytest.fixture
def coordinator(authorities):
    return make_staff(authorities[0], "coordinator", first_name="Gethin")


def asked(site, days_ago, *ways, by=None):
    """A request of some days ago, moved on."""
    with time_machine.travel(TODAY - timedelta(days=days_ago), tick=False):
        case = make_case(site, kind="referrals", display_name=MARKER)
        for way, said in ways:
            to, _dot, reason = way.partition(".")
            move_case(case=case, to=to, reason=reason, by=by, **said)
    return case


def in_days(days):
    return (TODAY + timedelta(days=days)).date()


@pytest.fixture
def cases(authorities, coordinator):
    ours, theirs = authorities
    no_visitor = ("waiting.no_visitor", {})
    twice, later = ("closed.asked_twice", {}), {"until": in_days(90)}
    decided = {"decided_by": "Mari", "why": "See the review"}
    refused = {"until": in_days(90), "facts": decided}
    introduced = ("introductions", {})
    return {
        "week": asked(ours, 6, by=coordinator),
        "month": asked(ours, 28, no_visitor, by=coordinator),
        "year": asked(ours, 364, no_visitor, introduced, by=coordinator),
        "matched": asked(
            ours, 50, no_visitor, introduced, ("matched", {}), by=coordinator
        ),
        "declined": asked(ours, 40, ("declined", later), by=coordinator),
        "refused": asked(ours, 40, ("not_in_interests", refused), by=coordinator),
        "twice": asked(ours, 40, twice, by=coordinator),
        "theirs": asked(theirs, 900),
        "volunteer": make_case(ours),
    }


def test_who_waits_stands_there_longest_first_with_the_last_word(cases, coordinator):
    Note.objects.create(case=cases["year"], text="We spoke.", by=coordinator, at=TODAY)

    found = waiting_list(cases["week"].site, TODAY.date())

    assert [(w.case, w.weeks, w.spoke_on) for w in found] == [
        (cases["year"], 52, TODAY.date()),
        (cases["month"], 4, None),
        (cases["week"], 0, None),
    ]
    assert [(b.since, b.until, b.number) for b in bands(found)] == [
        (0, 4, 1),
        (4, 13, 1),
        (13, 26, 0),
        (26, 52, 0),
        (52, None, 1),
    ]


def test_everyone_is_counted_also_the_unsuitable_and_no_child_twice(cases):
    assert everyone(cases["week"].site) == {
        "received": 1,
        "declined": 1,
        "waiting": 1,
        "introductions": 1,
        "matched": 1,
        "not_in_interests": 1,
    }


def test_the_screen_names_nobody_and_asks_the_same_number_of_queries(
    client_at, authorities, cases, coordinator
):
    client = client_at(authorities[0], coordinator)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    address = url("waiting", kind="referrals")

    page = client.get(address).content.decode()

    for key in ("week", "month", "year"):
        assert cases[key].reference in page
    for key in ("matched", "declined", "refused", "twice", "theirs", "volunteer"):
        assert cases[key].reference not in page
    assert MARKER not in page
    assert "Not in the child’s interests" in page
    few = _queries(client, address)
    for _number in range(5):
        asked(authorities[0], 10)
    assert _queries(client, address) == few


def _queries(client, address):
    with CaptureQueriesContext(connection) as made:
        assert client.get(address).status_code == 200
    return len(made)


@pytest.mark.parametrize(("role", "status"), [("coordinator", 200), ("editor", 404)])
def test_the_list_is_for_caseworkers_alone(client_at, authorities, role, status):
    client = client_at(authorities[0], make_staff(authorities[0], role))

    assert client.get(url("waiting", kind="referrals")).status_code == status


def test_a_service_where_nobody_waits_says_so(client_at, authorities, coordinator):
    client = client_at(authorities[0], coordinator)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"

    page = client.get(url("waiting", kind="referrals")).content.decode()

    assert "Nobody waits at the moment." in page
    assert not Case.objects.filter(kind="referrals").exists()
