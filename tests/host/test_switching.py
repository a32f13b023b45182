"""What a switch would do, what it did, and why it was refused."""

import pytest
from wagtail.models import Site

from cms.activation import (
    CannotSwitch,
    active_labels,
    disable,
    enable,
    is_on,
    labels_on,
)
from cms.models import Activation
from cms.plugins import installed_plugins
from cms.switching import Refusal, name_of, refusal_words
from tests.factories import make_service, make_user

pytestmark = pytest.mark.django_db


def test_switching_says_what_it_switched_and_a_second_time_switches_nothing(
    monkeypatch,
):
    site, first, second = make_service(), make_user(), make_user()
    monkeypatch.setattr(installed_plugins()["referrals"], "requires", ["news"])
    off = disable(site=site, label="referrals", by=first)
    disable(site=site, label="news", by=first)

    on = enable(site=site, label="referrals", by=first)
    again = enable(site=site, label="referrals", by=second)

    assert (off, on, again) == (("referrals",), ("news", "referrals"), ())
    assert Activation.objects.get(site=site, plugin="referrals").changed_by == first


def test_a_refusal_carries_its_reason_and_changes_nothing(monkeypatch):
    site = make_service()
    monkeypatch.setattr(installed_plugins()["referrals"], "requires", ["hub_news"])
    disable(site=site, label="referrals")
    before = active_labels(site)

    with pytest.raises(CannotSwitch) as refused:
        enable(site=site, label="referrals")

    assert (refused.value.plan.refusal, refused.value.plan.others) == (
        Refusal.AUDIENCE,
        ("hub_news",),
    )
    assert active_labels(site) == before


def test_what_is_known_of_a_site_object_may_be_old(db):
    site = make_service()
    known = Site.objects.get(pk=site.pk)
    assert is_on(known, "news")
    disable(site=site, label="news")

    assert enable(site=known, label="news") == ("news",)
    assert is_on(Site.objects.get(pk=site.pk), "news")


def test_what_is_on_everywhere_is_asked_once(django_assert_num_queries, monkeypatch):
    gwynedd, devon = make_service(), make_service("devon")
    disable(site=devon, label="news")
    Activation.objects.create(site=devon, plugin="gone", is_on=True)

    with django_assert_num_queries(1):
        on = labels_on([gwynedd, devon])

    assert on[gwynedd.pk] - on[devon.pk] == {"news"}
    assert on[devon.pk] == active_labels(devon)


def test_a_plugin_that_nobody_installed_is_named_by_its_label():
    assert name_of("gone") == "gone"
    assert refusal_words(Refusal.UNKNOWN, "gone", []) == (
        "There is no plugin called “gone”."
    )
    assert refusal_words("", "gone", []) == ""
