"""A young person's request that nobody opens goes to the deputy, then the manager."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from cms.models import OutboundEmail
from cms.privacy import log_read
from forms.casework.duty.unread import pass_up
from forms.casework.jobs import pass_up_unread_requests
from forms.casework.models import PassedUp
from forms.casework.timeline import timeline
from sites.models import ClosedDay, Cover, FormTerms, Service
from tests.casework.factories import MARKER, make_case, url
from tests.factories import make_staff

pytestmark = pytest.mark.django_db

THURSDAY = "2027-03-25 10:00+00:00"  # Good Friday follows, and Easter Monday.


@pytest.fixture
def people(two_authorities):
    gwynedd, devon = two_authorities
    for role in ("manager", "coordinator"):
        make_staff(devon, role)
    staff = {
        "duty": make_staff(gwynedd, "coordinator", email="duty@x.example"),
        "deputy": make_staff(gwynedd, "coordinator", email="deputy@x.example"),
        "manager": make_staff(gwynedd, "manager", email="manager@x.example"),
    }
    terms = FormTerms(on_duty=staff["duty"].pk, deputy=staff["deputy"].pk)
    service = Service.objects.get(site=gwynedd)
    service.set_terms("referrals", terms)
    service.save()
    return staff


@pytest.fixture
def ask(gwynedd, people):
    """A request; by a young person on the Thursday before Easter, unless told."""

    def ask(**said):
        young = {"kind": "referrals", "from_young": True, "display_name": MARKER}
        return make_case(
            gwynedd, **{**young, "at": dt.datetime.fromisoformat(THURSDAY), **said}
        )

    return ask


def told(template="casework/unread"):
    mails = OutboundEmail.objects.filter(template=template).order_by("pk")
    return [mail.to.partition("@")[0] for mail in mails]


def run_at(moment):
    with time_machine.travel(moment, tick=False):
        pass_up_unread_requests()
        pass_up()
    return told()


def send_away(site, person, deputy):
    first, last = dt.date(2027, 1, 1), dt.date(2027, 12, 31)
    Cover.objects.create(
        site=site, person=person, deputy=deputy, starts_on=first, ends_on=last
    )


def test_over_a_bank_holiday_weekend_the_deputy_and_then_the_manager_once(ask):
    ask()

    assert run_at("2027-03-29 23:00+01:00") == []
    assert run_at("2027-03-30 09:45+01:00") == []
    assert run_at("2027-03-30 10:15+01:00") == ["deputy"]
    assert run_at("2027-03-31 09:45+01:00") == ["deputy"]
    assert run_at("2027-03-31 10:15+01:00") == ["deputy", "manager"]
    assert run_at("2027-04-30 10:15+01:00") == ["deputy", "manager"]


def test_the_services_closed_days_do_not_count(ask, gwynedd):
    ClosedDay.objects.create(site=gwynedd, day=dt.date(2027, 3, 30))
    ask()

    assert run_at("2027-03-31 09:45+01:00") == []
    assert run_at("2027-03-31 10:15+01:00") == ["deputy"]


def test_what_came_at_night_is_told_while_somebody_is_there(ask):
    ask(at=dt.datetime.fromisoformat("2027-04-13 23:10+01:00"))

    assert run_at("2027-04-14 16:59+01:00") == []
    assert run_at("2027-04-14 17:00+01:00") == ["deputy"]


@pytest.mark.parametrize("action", ["view", "print", "download"])
def test_one_that_was_opened_in_time_tells_nobody(ask, gwynedd, people, action):
    case = ask()
    log_read(
        site=gwynedd,
        user=people["duty"],
        kind="referrals",
        reference=case.reference,
        action=action,
    )

    assert run_at("2027-04-30 10:00+01:00") == []


def test_nobody_is_told_of_a_grown_ups_request_or_a_closed_one(ask):
    from forms.casework.services import move_case

    ask(from_young=False)
    case = ask()
    move_case(case=case, to="closed", by=None, reason="other", why="Moved away.")

    assert run_at("2027-04-30 10:00+01:00") == []


def test_whoever_stands_in_is_told_and_the_manager_where_nobody_does(
    ask, gwynedd, people
):
    other = make_staff(gwynedd, "coordinator", email="other@x.example")
    send_away(gwynedd, people["deputy"], other)
    ask()
    assert run_at("2027-03-30 10:15+01:00") == ["other"]

    send_away(gwynedd, other, people["deputy"])
    ask()
    assert run_at("2027-03-30 10:30+01:00") == ["other", "manager"]


def test_if_everybody_is_away_the_manager_is_told_none_the_less(ask, gwynedd, people):
    duty, deputy, manager = people.values()
    for person, instead in ((duty, deputy), (deputy, manager), (manager, duty)):
        send_away(gwynedd, person, instead)
    ask()

    assert run_at("2027-03-30 10:15+01:00") == ["manager"]


def test_without_a_manager_everybody_who_works_here_is_told(ask, people):
    people["manager"].is_active = False
    people["manager"].save()
    ask()

    run_at("2027-03-31 10:15+01:00")

    assert sorted(told()) == ["deputy", "deputy", "duty"]


def test_whoever_is_on_duty_is_alerted_at_once_and_their_deputy_if_away(
    ask, gwynedd, people
):
    ask()
    ask(from_young=False)
    at_once = told("casework/new_case")
    send_away(gwynedd, people["duty"], people["deputy"])
    with time_machine.travel(THURSDAY, tick=False):
        ask()

    assert at_once.count("duty") == 1
    assert told("casework/new_case")[len(at_once) :].count("deputy") == 1


def test_the_mail_says_the_reference_and_nothing_of_the_child(ask, people):
    people["deputy"].preferred_language = "cy"
    people["deputy"].save()
    case = ask()
    run_at("2027-03-30 10:15+01:00")

    mail = OutboundEmail.objects.get(template="casework/unread")

    assert mail.language == "cy"
    said = str(mail.context) + mail.subject + mail.text
    assert case.reference in said
    assert reverse("referrals:case", args=[case.pk]) in said
    assert MARKER not in said


def test_the_case_tells_it_and_the_list_shows_what_nobody_has_opened(ask, staff):
    case = ask()
    run_at("2027-03-31 10:15+01:00")
    seen = staff.get(url("index", kind="referrals"), {"needs": "unread"})
    titles = [event.title for event in timeline(case, stages=True)]

    staff.get(url("case", case.pk, kind="referrals"))
    after = staff.get(url("index", kind="referrals"), {"needs": "unread"})

    assert sorted(t.partition(":")[0] for t in titles if "opened" in t) == [
        "Nobody had opened it for one working day",
        "Nobody had opened it for two working days",
    ]
    assert "Not opened yet" in seen.content.decode()
    assert case.reference not in after.content.decode()


def test_a_row_that_stands_already_sends_no_second_mail(ask, gwynedd):
    case = ask()
    PassedUp.objects.create(site=gwynedd, case=case, to="deputy", at=timezone.now())

    assert run_at("2027-03-30 10:15+01:00") == []
