"""The screens of a roll-out at work and after: watch, stop, read what came of it."""

import datetime as dt

import pytest
from django.utils import timezone

from cms.models import Rollout, RolloutSite
from cms.plugins import installed_plugins
from cms.rollouts import plan_rollout, start, work_off
from cms.rollouts.running import _attempt
from tests.factories import make_user
from tests.features.factories import (
    LIST,
    address,
    asked,
    begun,
    make_many,
    planned,
    text,
    told,
)
from tests.rollouts.factories import make_bare_site, on_at, outcomes

pytestmark = pytest.mark.django_db


def test_an_unknown_action_does_nothing(network, places):
    rollout = planned(network)

    network.post(address(rollout), {"action": "nonsense"})

    rollout.refresh_from_db()
    assert (rollout.started_at, rollout.stopped_at) == (None, None)


def test_while_it_works_it_says_how_far_it_is_and_can_be_stopped(network, places):
    rollout = begun(network)
    _attempt(rollout.rows.get(site=places[1]).pk)

    at_work = network.get(address(rollout))
    network.post(address(rollout), {"action": "stop"})
    work_off(rollout.pk)
    stopped = network.get(address(rollout))

    assert told(at_work) == {"Switched on": ["Devon"], "Still to do": ["Gwynedd"]}
    assert "Sites done: 1 of 2" in text(at_work)
    assert "cms/rollout.js" in text(at_work)
    assert (at_work.context["face"], stopped.context["face"]) == ("at-work", "stopped")
    assert told(stopped) == {
        "Switched on": ["Devon"],
        "Left as it was: stopped before its turn": ["Gwynedd"],
    }
    assert "Stopped by Owen" in text(stopped)
    assert "cms/rollout.js" not in text(stopped)
    assert [("fostering" in on) for on in on_at(places)] == [False, True]


def test_what_did_not_work_is_named_with_what_to_do(network, places, monkeypatch):
    def on_enable(site):
        raise ValueError("Siân")

    monkeypatch.setattr(installed_plugins()["fostering"], "on_enable", on_enable)
    rollout = begun(network, which="nation:Wales")
    work_off(rollout.pk)

    answer = network.get(address(rollout))

    assert told(answer) == {"Did not work": ["Gwynedd"]}
    assert "Something went wrong there (ValueError)" in text(answer)
    assert "Siân" not in text(answer)


def test_who_began_and_ended_it_may_be_gone(network, places, owen):
    rollout = begun(network)
    network.post(address(rollout), {"action": "stop"})
    Rollout.objects.update(created_by=None, stopped_by=None)

    said = text(network.get(address(rollout)))

    assert "Started " in said
    assert "· Stopped " in said
    assert " by " not in said.split('id="iv-rollout"')[1].split("<section")[0]


def test_roll_outs_of_before_are_listed_newest_first(network, places):
    planned(network)
    first, second = begun(network), begun(network, turn="off")
    Rollout.objects.filter(pk=first.pk).update(
        started_at=timezone.now() - dt.timedelta(days=1)
    )
    work_off(first.pk)
    network.post(address(second), {"action": "stop"})

    answer = network.get(LIST)

    assert [rollout for rollout, _name in answer.context["rows"]] == [second, first]
    assert "Switch off Fostering enquiries" in text(answer)
    assert "Sites done: 2 of 2" in text(answer)


def test_before_the_first_one_the_list_says_what_it_is(network):
    assert "Nothing has been rolled out yet." in text(network.get(LIST))


def test_a_site_that_no_list_names_is_named_by_its_host(network):
    bare = make_bare_site()
    rollout = plan_rollout(label="news", turn_on=True, sites=[bare], by=make_user())

    planned_for = told(network.get(address(rollout)))
    start(rollout=rollout, by=make_user())
    work_off(rollout.pk)

    assert planned_for == {"Will be switched on": [bare.hostname]}
    assert told(network.get(address(rollout))) == {"Switched on": [bare.hostname]}


def test_it_asks_the_same_at_two_sites_and_at_twenty(network, owen):
    counts = []
    for number in (2, 20):
        make_many(number, start=number)
        fresh = planned(network, plugin="news", turn="off")
        network.get(address(fresh))
        counts.append([asked(network, address(fresh))])
        network.post(address(fresh), {"action": "start"})
        counts[-1] += [asked(network, address(fresh)), asked(network, LIST)]

    assert counts[0] == counts[1]


def test_every_row_of_the_screen_is_a_row_of_the_table(network, places):
    rollout = begun(network)
    work_off(rollout.pk)

    assert set(outcomes(rollout)) == {site.pk for site in places}
    assert RolloutSite.objects.count() == 2
