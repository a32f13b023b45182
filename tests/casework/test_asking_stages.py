"""Stages that ask: a reason while a case is open, a day after it closed, facts."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from forms.casework import kinds
from forms.casework.declared import write_declared
from forms.casework.errors import DateMissing, FactMissing, ReasonMissing
from forms.casework.machine import Ask, Machine, Reason, Stage, Step
from forms.casework.models import Case
from forms.casework.needs import Need, need_in_words, need_of, with_need
from forms.casework.queries import to_be_seen_to
from forms.casework.services import move_case
from forms.referrals.admin import RequestInbox
from tests.casework.factories import make_case, url

pytestmark = pytest.mark.django_db

NEAR = Reason(key="near", name="Nobody lives near")
WHO = Ask(key="who", label="Who decided it")
MACHINE = Machine(
    steps=(
        Step(key="new", name="New"),
        Step(key="waiting", name="Waiting"),
        Step(key="end", name="End", closes=True),
    ),
    stages=(
        Stage(key="new", name="New", step="new", to=("waiting", "refused")),
        Stage(
            key="waiting",
            name="On the list",
            step="waiting",
            to=("refused",),
            reasons=(NEAR, Reason(key="free", name="Nobody is free")),
        ),
        Stage(
            key="refused",
            name="Refused",
            step="end",
            to=("waiting",),
            dated=True,
            asks=(WHO,),
        ),
    ),
    initial=("new",),
)


@pytest.fixture
def case(monkeypatch, gwynedd):
    """A case whose machine asks."""
    monkeypatch.setitem(kinds.machines(), "referrals", MACHINE)
    monkeypatch.setattr(RequestInbox, "machine", MACHINE)
    write_declared()
    return make_case(gwynedd, kind="referrals")


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def refuse(case, by, **said):
    facts = {"until": in_days(30), "facts": {"who": " Mari Huws "}}
    return move_case(case=case, to="refused", by=by, **{**facts, **said})


def test_an_open_stage_says_why_a_case_stands_there(case, coordinator):
    with pytest.raises(ReasonMissing):
        move_case(case=case, to="waiting", by=coordinator)

    move_case(case=case, to="waiting", by=coordinator, reason="near")

    kept = Case.objects.get(pk=case.pk)
    assert (kept.stage_reason, kept.because) == ("near", "Nobody lives near")
    assert not kept.is_closed


def test_what_a_stage_asks_is_said_and_kept_with_the_move(case, coordinator):
    for said in ({}, {"who": "  "}, {"other": "x"}):
        with pytest.raises(FactMissing, match="Who decided it"):
            refuse(case, coordinator, facts=said)
    with pytest.raises(DateMissing):
        refuse(case, coordinator, until=None)
    assert case.stagemoves.count() == 0

    move = refuse(case, coordinator)

    assert move.facts == {"who": "Mari Huws"}


@pytest.mark.parametrize(
    ("day", "need", "words"),
    [
        (29, Need.CLOSED, ""),
        (30, Need.TODAY, "Come back to it today"),
        (31, Need.OVERDUE, "Come back to it: that was due on "),
    ],
)
def test_a_closed_case_comes_back_on_its_day(case, coordinator, day, need, words):
    refuse(case, coordinator)
    due = case.deferred_until

    with time_machine.travel(in_days(day)):
        kept, today = Case.objects.get(pk=case.pk), timezone.localdate()
        assert need_of(kept, today) is need
        assert need_in_words(kept, today).startswith(words)
        cases = Case.objects.filter(pk=case.pk)
        assert with_need(cases, MACHINE, today).get().need == need
        assert to_be_seen_to(cases, today).exists() == (today >= due)


def test_staff_are_asked_beside_the_stage_and_read_it_afterwards(case, staff):
    case_url = url("case", case.pk, kind="referrals")
    page = staff.get(case_url).content.decode()
    assert 'value="waiting.near"' in page
    assert 'name="refused_who"' in page

    to_list = {"to": "waiting", "seen": "new"}
    wrong = staff.post(url("move", case.pk, kind="referrals"), to_list)
    assert wrong.status_code == 200
    staff.post(
        url("move", case.pk, kind="referrals"), {**to_list, "to": "waiting.near"}
    )
    closing = {"reason": "refused", "seen": "waiting", "until": in_days(30)}
    refused = staff.post(url("close", case.pk, kind="referrals"), closing)
    assert "Write this, too." in refused.content.decode()
    staff.post(
        url("close", case.pk, kind="referrals"), {**closing, "refused_who": "Mari"}
    )

    case.refresh_from_db()
    assert (case.stage, case.stage_reason) == ("refused", "")
    page = staff.get(case_url).content.decode()
    assert "Nobody lives near" in page
    assert "Who decided it: Mari" in page
