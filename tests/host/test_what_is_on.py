"""Which rows of activation count, and how often they are asked for."""

import pytest
from wagtail.models import Page, Site

from cms.activation import (
    CannotSwitch,
    active_everywhere,
    active_labels,
    disable,
    enable,
    is_on,
    is_on_where,
    remembered,
    sites_with,
)
from cms.models import SiteProfile
from cms.plugins import Audience, installed_plugins
from tests.factories import make_hub, make_service
from tests.host.inventing import force_row, invent

pytestmark = pytest.mark.usefixtures("provisioned")


@pytest.mark.parametrize(
    ("make", "audience"), [(make_service, Audience.HUB), (make_hub, Audience.LOCAL)]
)
def test_a_row_does_not_switch_on_what_is_made_for_another_kind_of_site(
    monkeypatch, make, audience
):
    site = make()
    invent(monkeypatch, "tea", audience=audience)
    force_row(site, "tea")

    assert not is_on(site, "tea")
    assert sites_with("tea", [site.pk]) == set()


def test_a_row_does_not_switch_on_what_requires_something_that_is_off(monkeypatch):
    site = make_service()
    invent(monkeypatch, "tea")
    invent(monkeypatch, "cake", requires=["tea"])
    invent(monkeypatch, "crumbs", requires=["cake"])
    force_row(site, "cake")
    force_row(site, "crumbs")
    before = is_on(site, "cake"), is_on(site, "crumbs")

    enable(site=site, label="tea")

    assert before == (False, False)
    assert is_on(site, "cake")
    assert is_on(site, "crumbs")


def test_what_requires_a_plugin_that_is_not_installed_is_off(monkeypatch):
    site = make_service()
    invent(monkeypatch, "cake", requires=["nobody"])
    force_row(site, "cake")

    assert not is_on(site, "cake")


def test_a_row_of_a_plugin_that_is_not_installed_switches_nothing_on():
    site = make_service()
    before = active_labels(site)

    force_row(site, "nobody")

    assert active_labels(site) == before


def test_on_a_site_that_nobody_provisioned_everything_is_off(monkeypatch):
    site = make_service()
    invent(monkeypatch, "tea", audience=Audience.BOTH, always_on=True)
    started = is_on(site, "tea"), is_on(site, "standard_pages")
    SiteProfile.objects.filter(site=site).delete()
    bare = Site.objects.get(pk=site.pk)

    assert started == (True, True)
    assert active_labels(bare) == frozenset()
    with pytest.raises(CannotSwitch):
        enable(site=bare, label="standard_pages")


def test_a_site_that_was_never_saved_has_nothing_on():
    assert active_labels(Site(hostname="new.localhost")) == frozenset()


def test_a_plugin_that_becomes_always_on_is_on_everywhere_it_is_made_for(monkeypatch):
    service, devon, hub = make_service(), make_service("devon"), make_hub()
    invent(monkeypatch, "tea", audience=Audience.LOCAL)
    force_row(service, "tea", is_on=False)
    before = is_on(service, "tea")

    monkeypatch.setattr(installed_plugins()["tea"], "always_on", True)

    assert (before, is_on(service, "tea"), is_on(hub, "tea")) == (False, True, False)
    everywhere = [service.pk, hub.pk, devon.pk]
    assert sites_with("tea", everywhere) == {service.pk, devon.pk}


def test_a_new_service_has_what_is_always_on_from_the_start(monkeypatch):
    begun = []
    plugin = invent(monkeypatch, "tea", always_on=True)
    monkeypatch.setattr(plugin, "on_enable", begun.append)

    site = make_service("powys")

    assert is_on(site, "tea")
    assert begun == [site]


def test_what_is_always_on_stays_off_while_what_it_requires_is_off(monkeypatch):
    site = make_service()
    invent(monkeypatch, "tea")
    invent(monkeypatch, "cake", always_on=True, requires=["tea"])

    assert not is_on(site, "cake")


def test_what_is_on_is_asked_once_where_it_is_remembered(django_assert_num_queries):
    sites = make_service(), make_service("devon")
    homes = [page_at(site) for site in sites]

    with remembered(everywhere=True), django_assert_num_queries(1):
        assert [is_on(site, "standard_pages") for site in sites] == [True, True]
        both = {site.pk for site in sites}
        assert sites_with("standard_pages", both) == both
        assert is_on_where(homes[0], "standard_pages")
        assert not is_on_where(Page(path="00019999"), "standard_pages")
        assert not is_on_where(Page(path="0001"), "standard_pages")


def test_one_site_asked_of_is_remembered_without_the_others(django_assert_num_queries):
    sites, hub = (make_service(), make_service("devon")), make_hub()
    homes = [page_at(site) for site in sites]

    with remembered(everywhere=False):
        with django_assert_num_queries(1):
            assert is_on(sites[0], "standard_pages")
            assert is_on_where(homes[0], "standard_pages")
        with django_assert_num_queries(1):
            assert is_on_where(homes[1], "standard_pages")
            assert is_on(sites[1], "standard_pages")
        with django_assert_num_queries(1):
            all_three = {site.pk for site in (*sites, hub)}
            assert sites_with("standard_pages", all_three) == all_three


def test_sites_named_beforehand_are_asked_about_together(django_assert_num_queries):
    here, there = make_service(), make_service("devon")

    with remembered(among=[there.pk]), django_assert_num_queries(1):
        assert is_on(here, "standard_pages")
        assert is_on(there, "standard_pages")
        assert sites_with("standard_pages", [here.pk]) == {here.pk}


def test_every_site_is_asked_of_once(django_assert_num_queries):
    sites = make_service(), make_service("devon")

    with remembered(everywhere=False), django_assert_num_queries(1):
        first, again = active_everywhere(), active_everywhere()

    assert first is again
    assert all("standard_pages" in first[site.pk] for site in sites)


def test_a_request_within_a_request_remembers_the_same(django_assert_num_queries):
    site = make_service()

    with remembered(everywhere=True), django_assert_num_queries(1):
        assert is_on(site, "standard_pages")
        with remembered(everywhere=False):
            assert is_on(site, "standard_pages")
        assert is_on(site, "standard_pages")


def test_what_was_switched_is_known_at_once_where_it_is_remembered():
    site = make_service()

    with remembered(everywhere=True):
        before = is_on(site, "standard_pages")
        disable(site=site, label="standard_pages")
        assert (before, is_on(site, "standard_pages")) == (True, False)


def test_what_was_refused_half_way_is_not_remembered(monkeypatch):
    site = make_service()
    seen = []
    invent(monkeypatch, "tea")
    plugin = invent(monkeypatch, "cake", requires=["tea"])

    def fail(at):
        seen.append(active_labels(at) & {"tea", "cake"})
        raise RuntimeError

    monkeypatch.setattr(plugin, "on_enable", fail)

    with remembered(everywhere=True):
        with pytest.raises(RuntimeError):
            enable(site=site, label="cake")
        assert seen == [{"tea", "cake"}]
        assert active_labels(site) & {"tea", "cake"} == frozenset()


def page_at(site):
    return Page(path=site.root_page.path)
