"""One plugin at many sites: planned, tried dry, run, stopped, taken up again."""

import datetime as dt

import pytest
import time_machine
from django.db import OperationalError
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.activation import disable, enable, last_changes
from cms.models import Activation, Rollout, RolloutSite
from cms.plugins import installed_plugins
from cms.rollouts import carry_on, dry_run, plan_rollout, running, start, stop, work_off
from cms.rollouts.jobs import carry_on_rollouts, forget_unstarted_rollouts
from tests.factories import make_user
from tests.rollouts.factories import make_bare_site, make_started, on_at, outcomes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _requests_need_news(monkeypatch):
    monkeypatch.setattr(installed_plugins()["referrals"], "requires", ["news"])


def test_a_plan_switches_nothing_until_it_is_started():
    site = make_bare_site()
    rollout = plan_rollout(label="news", turn_on=True, sites=[site], by=make_user())

    work_off(rollout.pk)
    carry_on()
    planned = on_at([site])
    start(rollout=rollout, by=make_user())
    carry_on()

    assert (planned, on_at([site])) == ([set()], [{"news"}])


def test_a_started_one_is_worked_off_as_soon_as_it_is_committed(at_once):
    site = make_bare_site()

    make_started("news", True, [site])

    assert on_at([site]) == [{"news"}]


def test_every_site_is_told_what_came_of_it():
    fresh, already, hub = make_bare_site(), make_bare_site("referrals"), None
    hub = make_bare_site(kind="hub")
    with_news = make_bare_site("news")

    rollout = make_started("referrals", True, [fresh, already, hub, with_news])
    work_off(rollout.pk)

    assert outcomes(rollout) == {
        fresh.pk: ("switched", ("news",), ""),
        already.pk: ("unchanged", (), ""),
        hub.pk: ("refused", (), "audience"),
        with_news.pk: ("switched", (), ""),
    }
    both = {"referrals", "news"}
    assert on_at([fresh, already, hub, with_news]) == [both, both, set(), both]


def test_what_others_need_stays_on_and_the_row_says_who_needs_it():
    needed, free = make_bare_site("referrals"), make_bare_site("news")

    rollout = make_started("news", False, [needed, free])
    work_off(rollout.pk)

    row = rollout.rows.get(site=needed)
    assert outcomes(rollout) == {
        needed.pk: ("refused", (), "needed"),
        free.pk: ("switched", (), ""),
    }
    assert row.others == ["referrals"]
    assert "Requests for a visitor" in row.why
    assert on_at([needed, free]) == [{"referrals", "news"}, set()]


def test_who_started_it_stands_in_the_log_of_every_site(at_once):
    nia, sites = make_user(first_name="Nia"), [make_bare_site(), make_bare_site()]

    rollout = make_started("news", True, sites, by=nia)

    logged = ModelLogEntry.objects.filter(user=nia).values_list("action", flat=True)
    assert sorted(logged) == ["cms.plugin_on", "cms.plugin_on", "cms.rollout_started"]
    assert [last_changes(site)["news"].changed_by for site in sites] == [nia, nia]
    assert start(rollout=rollout, by=make_user()) is False
    assert ModelLogEntry.objects.filter(action="cms.rollout_started").count() == 1


def test_what_is_so_already_keeps_who_did_it_and_when():
    mair, site = make_user(first_name="Mair"), make_bare_site()
    enable(site=site, label="news", by=mair)
    before = Activation.objects.get(site=site, plugin="news").changed_at

    work_off(make_started("news", True, [site]).pk)

    row = Activation.objects.get(site=site, plugin="news")
    assert (row.changed_by, row.changed_at) == (mair, before)


def test_stopping_leaves_out_what_is_left_and_keeps_what_is_done():
    sites, nia = [make_bare_site() for _ in range(3)], make_user()
    rollout = make_started("news", True, sites)
    running._attempt(rollout.rows.first().pk)

    left_out = stop(rollout=rollout, by=nia)
    work_off(rollout.pk)

    assert left_out == 2
    assert [state for state, *_rest in outcomes(rollout).values()] == [
        "switched",
        "stopped",
        "stopped",
    ]
    assert on_at(sites) == [{"news"}, set(), set()]
    rollout.refresh_from_db()
    assert (rollout.stopped_by, stop(rollout=rollout, by=make_user())) == (nia, 0)
    rollout.refresh_from_db()
    assert rollout.stopped_by == nia


def test_an_error_at_one_site_undoes_that_site_and_no_other(monkeypatch):
    first, broken, last = (make_bare_site() for _ in range(3))

    def on_enable(site):
        if site.pk == broken.pk:
            raise ValueError("Siân Jones")

    monkeypatch.setattr(installed_plugins()["news"], "on_enable", on_enable)
    rollout = make_started("news", True, [first, broken, last])
    work_off(rollout.pk)

    row = rollout.rows.get(site=broken)
    assert (row.state, row.error) == ("failed", "ValueError")
    assert on_at([first, broken, last]) == [{"news"}, set(), {"news"}]


def test_a_busy_database_is_tried_again(monkeypatch):
    site, answers = make_bare_site(), [OperationalError(), None]

    def on_enable(site):
        if (error := answers.pop(0)) is not None:
            raise error

    monkeypatch.setattr(installed_plugins()["news"], "on_enable", on_enable)
    rollout = make_started("news", True, [site])
    work_off(rollout.pk)
    row = rollout.rows.get()
    busy = (row.state, row.error)
    work_off(rollout.pk)

    row.refresh_from_db()
    assert busy == ("waiting", "OperationalError")
    assert (row.state, row.error, row.attempts) == ("switched", "", 2)


@pytest.mark.parametrize(
    ("attempts", "outcome"),
    [(2, ("switched", "")), (3, ("failed", "WorkerKilled"))],
)
def test_a_site_at_which_workers_die_is_given_up(attempts, outcome):
    site = make_bare_site()
    rollout = make_started("news", True, [site])
    rollout.rows.update(attempts=attempts)

    carry_on_rollouts()

    row = rollout.rows.get()
    assert (row.state, row.error) == outcome
    assert on_at([site]) == [{"news"} if outcome[0] == "switched" else set()]


def test_a_row_that_another_worker_finished_is_left_alone():
    site = make_bare_site()
    rollout = make_started("news", True, [site])
    key = rollout.rows.get().pk
    work_off(rollout.pk)
    disable(site=site, label="news")

    running._attempt(key)
    running._switch(key)

    assert on_at([site]) == [set()]
    assert RolloutSite.objects.get(pk=key).attempts == 1


def test_dry_runs_that_nobody_started_are_forgotten():
    site, nia = make_bare_site(), make_user()
    with time_machine.travel(timezone.now() - dt.timedelta(days=2)):
        plan_rollout(label="news", turn_on=True, sites=[site], by=nia)
        kept = make_started("news", True, [site])
    fresh = plan_rollout(label="news", turn_on=False, sites=[site], by=nia)

    forget_unstarted_rollouts()

    assert set(Rollout.objects.all()) == {kept, fresh}


def test_a_plugin_that_is_gone_is_refused_and_named():
    site = make_bare_site()
    rollout = make_started("gone", True, [site])

    work_off(rollout.pk)

    row = rollout.rows.get()
    assert (row.state, row.refusal) == ("refused", "unknown")
    assert row.why == "There is no plugin called “gone”."
    assert (str(rollout), str(row)) == ("gone +", f"{site.pk}: refused")


def test_a_dry_run_asks_the_same_at_two_sites_and_at_twenty(django_assert_num_queries):
    nia = make_user()
    for number in (2, 20):
        sites = [make_bare_site("news") for _ in range(number)]
        rollout = plan_rollout(label="referrals", turn_on=True, sites=sites, by=nia)
        with django_assert_num_queries(2):
            expected = dry_run(rollout)
        assert [found.site for found in expected] == sites
