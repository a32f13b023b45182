"""The screens of a roll-out before it begins: choose, look, start or leave it."""

import pytest

from cms.models import Rollout
from cms.plugins import installed_plugins
from cms.rollouts import work_off
from tests.features.factories import NEW, address, begun, planned, text, told
from tests.rollouts.factories import on_at

pytestmark = pytest.mark.django_db


def sites_of(rollout):
    return {row.site for row in rollout.rows.select_related("site")}


def test_all_by_nation_by_filter_or_ticked(network, places, hub):
    gwynedd, devon = places
    wales = planned(network, which="nation:Wales")
    everywhere = planned(network)
    found = planned(network, query="?q=devon", which="filtered")
    ticked = planned(network, which="ticked", ticked=[gwynedd.pk, hub.pk])
    both_kinds = planned(network, plugin="standard_pages", turn="off")

    assert sites_of(wales) == {gwynedd}
    assert sites_of(everywhere) == {gwynedd, devon}
    assert sites_of(found) == {devon}
    assert sites_of(ticked) == {gwynedd, hub}
    assert sites_of(both_kinds) == {gwynedd, devon, hub}
    assert (ticked.turn_on, both_kinds.turn_on) == (True, False)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"plugin": ""}, "Choose a feature."),
        ({"plugin": "nonsense"}, "nonsense"),
        ({"turn": ""}, "Choose on or off."),
        ({"which": ""}, "Choose at which sites."),
        ({"which": "filtered"}, "filtered"),
        ({"which": "ticked"}, "Tick at least one site."),
        ({"which": "ticked", "ticked": ["999999"]}, "999999"),
        ({"which": "nation:Wales", "plugin": "hub_news"}, "made for none of these"),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_is_planned(
    network, places, answers, said
):
    given = {"plugin": "fostering", "turn": "on", "which": "all", **answers}

    answer = network.post(NEW, given)

    assert answer.status_code == 200
    assert said in text(answer)
    assert not Rollout.objects.exists()


def test_what_was_filtered_for_is_offered_first(network, places):
    answer = network.get(f"{NEW}?nation=Wales&feature=news&state=on")

    form = answer.context["form"]
    assert (form.initial["which"], form.initial["plugin"]) == ("filtered", "news")
    assert "The 1 site you found (Wales · News: On)" in text(answer)


def fates(answer):
    """What each site is told: its state and why, by its name."""
    return {
        listed.name: (str(outcome.state), outcome.detail)
        for outcome in answer.context["outcomes"]
        for listed in outcome.sites
    }


def test_the_dry_run_names_every_site_and_the_real_run_does_the_same(
    network, places, hub, monkeypatch
):
    monkeypatch.setattr(installed_plugins()["fostering"], "requires", ["referrals"])
    ids = [hub.pk, *(site.pk for site in places)]
    work_off(begun(network, plugin="referrals", turn="off", which="nation:Wales").pk)
    rollout = planned(network, which="ticked", ticked=ids)

    before = network.get(address(rollout))
    network.post(address(rollout), {"action": "start"})
    work_off(rollout.pk)
    after = network.get(address(rollout))

    refused = "“Fostering enquiries” is not made for this kind of site."
    assert "2 sites would change." in text(before)
    assert fates(before) == {
        "Devon": ("switched", ""),
        "Gwynedd": ("switched", "With it: Requests for a visitor"),
        "Independent Visitors": ("refused", refused),
    }
    assert fates(after) == fates(before)
    assert after.context["face"] == "done"
    assert "Started by Owen" in text(after)


def test_a_dry_run_of_what_is_so_already_cannot_be_started(network, places):
    rollout = planned(network, plugin="news")

    answer = network.get(address(rollout))

    assert "A dry run: nothing would change." in text(answer)
    assert told(answer) == {"On already: nothing changes": ["Devon", "Gwynedd"]}
    assert 'value="start"' not in text(answer)


def test_what_others_need_is_told_before(network, places, monkeypatch):
    monkeypatch.setattr(installed_plugins()["referrals"], "requires", ["news"])
    rollout = planned(network, plugin="news", turn="off")

    answer = network.get(address(rollout))

    assert told(answer) == {"Will be refused": ["Devon", "Gwynedd"]}
    assert "is needed by: Requests for a visitor." in text(answer)


def test_nothing_happens_until_it_is_started_and_starting_twice_starts_once(
    network, places, at_once
):
    rollout = planned(network)
    looked = on_at(places)

    network.post(address(rollout), {"action": "start"})
    began = Rollout.objects.get(pk=rollout.pk).started_at
    network.post(address(rollout), {"action": "start"})

    assert not any("fostering" in on for on in looked)
    assert all("fostering" in on for on in on_at(places))
    assert Rollout.objects.get(pk=rollout.pk).started_at == began


def test_a_plan_may_be_thrown_away_but_not_a_roll_out(network, places):
    plan, real = planned(network), begun(network)

    thrown = network.post(address(plan), {"action": "forget"}, follow=True)
    kept = network.post(address(real), {"action": "forget"})

    assert "Nothing was switched." in text(thrown)
    assert kept.url == address(real)
    assert list(Rollout.objects.all()) == [real]
    assert network.get(address(plan)).status_code == 404
