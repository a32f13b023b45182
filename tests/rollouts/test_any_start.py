"""From any start, run twice or killed anywhere, a roll-out ends in the same state."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import ModelLogEntry

from cms.models import Activation, RolloutSite
from cms.plugins import installed_plugins
from cms.rollouts import carry_on, dry_run, running, work_off
from cms.switching import plan_switch
from tests.rollouts.factories import (
    make_bare_site,
    make_begun_and_lost,
    make_started,
    on_at,
    outcomes,
)

LOCAL = ["standard_pages", "news", "applications", "referrals", "fostering"]
HUB = ["standard_pages", "hub_news"]

local_sites = st.tuples(st.just("local"), st.sets(st.sampled_from(LOCAL)))
hub_sites = st.tuples(st.just("hub"), st.sets(st.sampled_from(HUB)))
starts = st.lists(
    st.one_of(local_sites, local_sites, hub_sites), min_size=1, max_size=5
)
ways = st.tuples(st.sampled_from([*LOCAL, "hub_news", "gone"]), st.booleans())
often = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


class Killed(BaseException):
    """What a killed worker looks like from inside: nothing catches it."""


@pytest.fixture(autouse=True)
def _requests_need_news(monkeypatch):
    monkeypatch.setattr(installed_plugins()["referrals"], "requires", ["news"])


def make_sites(start):
    return [make_bare_site(*sorted(labels), kind=kind) for kind, labels in start]


def rows_written():
    """What is on, and when that was last written."""
    rows = Activation.objects.order_by("pk")
    return list(rows.values_list("pk", "is_on", "changed_at"))


def switches_logged():
    """How many switches the log knows."""
    switches = ["cms.plugin_on", "cms.plugin_off"]
    return ModelLogEntry.objects.filter(action__in=switches).count()


@pytest.mark.django_db
@often
@given(start=starts, way=ways)
def test_the_dry_run_tells_what_the_real_run_does(start, way):
    with transaction.atomic():
        sites = make_sites(start)
        rollout = make_started(*way, sites)
        expected = {
            found.site.pk: (
                found.state,
                found.plan.with_it,
                str(found.plan.refusal or ""),
            )
            for found in dry_run(rollout)
        }

        work_off(rollout.pk)

        assert outcomes(rollout) == expected
        transaction.set_rollback(True)


@pytest.mark.django_db
@often
@given(start=starts, way=ways)
def test_run_twice_it_does_nothing_the_second_time(start, way):
    with transaction.atomic():
        sites = make_sites(start)
        first = make_started(*way, sites)
        work_off(first.pk)
        after, told, rows = on_at(sites), outcomes(first), rows_written()

        work_off(first.pk)
        carry_on()
        second = make_started(*way, sites)
        work_off(second.pk)

        assert (on_at(sites), outcomes(first), rows_written()) == (after, told, rows)
        assert "switched" not in {state for state, *_why in outcomes(second).values()}
        transaction.set_rollback(True)


@pytest.mark.django_db
@often
@given(start=starts, way=ways, place=st.integers(0, 4), moment=st.booleans())
def test_killed_anywhere_it_is_taken_up_and_ends_the_same(
    monkeypatch, start, way, place, moment
):
    with transaction.atomic():
        sites = make_sites(start)
        plans = [_plan(site, *way) for site in sites]
        ends = [_after(*pair) for pair in zip(on_at(sites), plans, strict=True)]
        before = switches_logged()
        rollout = make_started(*way, sites)
        with monkeypatch.context() as killing:
            _kill_at(killing, place, after_the_switch=moment)
            try:
                work_off(rollout.pk)
            except Killed:
                assert RolloutSite.objects.filter(state="waiting").exists()

        carry_on()

        assert on_at(sites) == ends
        assert switches_logged() - before == sum(len(p.switched) for p in plans)
        assert not rollout.rows.filter(state="waiting").exists()
        transaction.set_rollback(True)


def _plan(site, label, turn_on):
    [on] = on_at([site])
    kind = site.profile.kind
    return plan_switch(on=on, kind=kind, label=label, turn_on=turn_on)


def _after(on, plan):
    """What must be on in the end, from the plan alone."""
    return on | set(plan.switched) if plan.turn_on else on - set(plan.switched)


def _kill_at(killing, place, *, after_the_switch):
    """Kill the worker at its n-th site, before it switches or before it writes down."""
    real, calls = running._switch_at, []

    def switch_at(row):
        calls.append(row)
        if len(calls) == place + 1 and not after_the_switch:
            raise Killed
        real(row)
        if len(calls) == place + 1:
            raise Killed

    killing.setattr(running, "_switch_at", switch_at)


WORKER = """
import django, time
django.setup()
from cms.plugins import installed_plugins
from cms.rollouts import work_off
def slow(site):
    print("switching", flush=True)
    time.sleep(60)
installed_plugins()["news"].on_enable = slow
work_off({pk})
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_really_killed_leaves_the_site_as_it_was():
    sites = [make_bare_site(), make_bare_site()]
    rollout = make_begun_and_lost("news", sites)
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER.format(pk=rollout.pk)],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test"},
        stdout=subprocess.PIPE,
    )
    assert worker.stdout.readline() == b"switching\n"
    time.sleep(0.1)
    worker.send_signal(signal.SIGKILL)
    worker.wait(timeout=30)
    worker.stdout.close()
    killed = on_at(sites), [state for state, *_why in outcomes(rollout).values()]

    carry_on()

    assert killed == ([set(), set()], ["waiting", "waiting"])
    assert on_at(sites) == [{"news"}, {"news"}]
    assert [row.attempts for row in rollout.rows.all()] == [2, 1]
