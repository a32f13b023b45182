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
from cms.plugins import Audience
from cms.switching import Refusal, name_of, refusal_words
from tests.factories import make_service, make_user
from tests.host.inventing import force_row, invent

pytestmark = pytest.mark.django_db


def test_switching_says_what_it_switched_and_a_second_time_switches_nothing(
    monkeypatch,
):
    site, first, second = make_service(), make_user(), make_user()
    invent(monkeypatch, "tea", requires=["standard_pages"])
    force_row(site, "tea")
    off = disable(site=site, label="tea", by=first)
    disable(site=site, label="standard_pages", by=first)

    on = enable(site=site, label="tea", by=first)
    again = enable(site=site, label="tea", by=second)

    assert (off, on, again) == (("tea",), ("standard_pages", "tea"), ())
    assert Activation.objects.get(site=site, plugin="tea").changed_by == first


def test_a_refusal_carries_its_reason_and_changes_nothing(monkeypatch):
    site = make_service()
    invent(monkeypatch, "tray", audience=Audience.HUB)
    invent(monkeypatch, "tea", requires=["tray"])
    before = active_labels(site)

    with pytest.raises(CannotSwitch) as refused:
        enable(site=site, label="tea")

    assert (refused.value.plan.refusal, refused.value.plan.others) == (
        Refusal.AUDIENCE,
        ("tray",),
    )
    assert active_labels(site) == before


def test_what_is_known_of_a_site_object_may_be_old(db):
    site = make_service()
    known = Site.objects.get(pk=site.pk)
    assert is_on(known, "standard_pages")
    disable(site=site, label="standard_pages")

    assert enable(site=known, label="standard_pages") == ("standard_pages",)
    assert is_on(Site.objects.get(pk=site.pk), "standard_pages")


def test_what_is_on_everywhere_is_asked_once(django_assert_num_queries, monkeypatch):
    gwynedd, devon = make_service(), make_service("devon")
    disable(site=devon, label="standard_pages")
    Activation.objects.create(site=devon, plugin="gone", is_on=True)

    with django_assert_num_queries(1):
        on = labels_on([gwynedd, devon])

    assert on[gwynedd.pk] - on[devon.pk] == {"standard_pages"}
    assert on[devon.pk] == active_labels(devon)


def test_a_plugin_that_nobody_installed_is_named_by_its_label():
    assert name_of("gone") == "gone"
    assert refusal_words(Refusal.UNKNOWN, "gone", []) == (
        "There is no plugin called “gone”."
    )
    assert refusal_words("", "gone", []) == ""
