"""Switching plugins on and off for a site."""

import pytest

from cms.activation import (
    CannotSwitch,
    active_labels,
    disable,
    enable,
    is_on,
)
from cms.models import Activation
from cms.plugins import Audience, installed_plugins
from tests.factories import make_hub, make_service, make_user
from tests.host.inventing import force_row, invent

pytestmark = pytest.mark.usefixtures("provisioned")


@pytest.mark.needs_plugin("news", "applications", "referrals")
def test_a_new_service_starts_with_pages_news_applications_and_referrals():
    site = make_service()

    started = active_labels(site) & {
        "standard_pages",
        *("news", "applications", "referrals", "hub_news"),
    }

    assert started == {"standard_pages", "news", "applications", "referrals"}


def test_no_site_means_every_plugin_is_off():
    assert not is_on(None, "standard_pages")


def test_switching_off_hides_and_says_who_did_it():
    site, person = make_service(), make_user()

    disable(site=site, label="standard_pages", by=person)

    row = Activation.objects.get(site=site, plugin="standard_pages")
    assert (row.is_on, row.changed_by) == (False, person)
    assert not is_on(site, "standard_pages")


def test_switching_on_again_keeps_one_row():
    site = make_service()
    disable(site=site, label="standard_pages")

    enable(site=site, label="standard_pages")

    assert is_on(site, "standard_pages")
    assert Activation.objects.filter(site=site, plugin="standard_pages").count() == 1


def test_other_sites_keep_their_plugins():
    gwynedd, devon = make_service(), make_service("devon")

    disable(site=gwynedd, label="standard_pages")

    assert (is_on(gwynedd, "standard_pages"), is_on(devon, "standard_pages")) == (
        False,
        True,
    )


@pytest.mark.parametrize("label", ["tea", "unknown"])
def test_a_service_cannot_switch_on_what_is_not_made_for_it(monkeypatch, label):
    site = make_service()
    invent(monkeypatch, "tea", audience=Audience.HUB)

    with pytest.raises(CannotSwitch):
        enable(site=site, label=label)

    assert not is_on(site, label)


def test_the_hub_cannot_switch_on_local_plugins(monkeypatch):
    hub = make_hub()
    invent(monkeypatch, "tea", audience=Audience.LOCAL)

    with pytest.raises(CannotSwitch):
        enable(site=hub, label="tea")


def test_what_another_plugin_needs_is_switched_on_with_it(monkeypatch):
    site = make_service()
    invent(monkeypatch, "tea", requires=["standard_pages"])
    disable(site=site, label="standard_pages")

    enable(site=site, label="tea")

    assert is_on(site, "standard_pages")


def test_what_another_plugin_needs_cannot_be_switched_off(monkeypatch):
    site = make_service()
    invent(monkeypatch, "tea", requires=["standard_pages"])
    force_row(site, "tea")

    with pytest.raises(CannotSwitch, match="Tea"):
        disable(site=site, label="standard_pages")

    assert is_on(site, "standard_pages")


def test_a_plugin_that_is_always_on_cannot_be_switched_off(monkeypatch):
    site = make_service()
    monkeypatch.setattr(installed_plugins()["standard_pages"], "always_on", True)

    with pytest.raises(CannotSwitch):
        disable(site=site, label="standard_pages")
