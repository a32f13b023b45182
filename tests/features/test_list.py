"""The Features screen of a service: a short list of choices, its manager's alone."""

import pytest
from django.urls import reverse

from cms.activation import enable
from cms.admin.features.shows import shows
from cms.models import Activation
from cms.plugins import installed_plugins
from cms.roles import Role
from pages.hub_news.admin import OfferQueueViewSet
from pages.hub_news.outside.viewset import OutsideFeedViewSet
from tests.factories import make_hub, make_staff, make_user
from tests.features.factories import URL, off, on, state, text

pytestmark = pytest.mark.django_db

OURS = {
    *("standard_pages", "news", "hub_news", "applications", "referrals"),
    *("matches", "fostering"),
}


def labels(features):
    """Labels of these lines; of the example's plugins `fostering` alone."""
    return {feature.plugin.label for feature in features} & OURS


def test_a_manager_sees_what_is_in_use_and_what_could_be(manager):
    answer = manager.get(URL)

    assert labels(answer.context["in_use"]) == {
        "standard_pages",
        "news",
        "applications",
        "referrals",
    }
    assert labels(answer.context["to_add"]) == {"fostering", "matches"}
    assert reverse("cms_features") == URL


def test_the_hub_is_offered_what_is_made_for_a_hub(client_at):
    hub = make_hub()
    client = client_at(hub, make_staff(hub, Role.NETWORK_ADMIN))

    context = client.get(URL).context

    assert labels([*context["in_use"], *context["to_add"]]) == {
        "standard_pages",
        "hub_news",
    }


def test_each_choice_says_what_it_does_where_it_shows_and_what_it_needs(
    gwynedd, manager, mair
):
    enable(site=gwynedd, label="fostering", by=mair)

    said = text(manager.get(URL))

    assert "Let people apply to be an Independent Visitor." in said
    shows_requests = (
        "Shows: pages, e-mails it sends, an inbox, “Log of offers” in the menu,"
        " a panel on your dashboard, figures for the network"
    )
    assert shows_requests in said
    assert "Needs: Pages" in said
    assert "Switched on by Mair, " in said
    assert "Needed by: Fostering enquiries." in said


def test_what_the_example_shows_is_read_off_its_declaration():

    found = shows(installed_plugins()["fostering"])

    assert [place for place in found if "menu" in place] == [
        "“Fostering enquiries” in the menu"
    ]
    assert {"pages", "settings", "a part of the home page"} <= set(found)
    assert {"a panel on your dashboard", "figures for the network"} <= set(found)


def test_a_feature_with_an_address_and_no_pages_says_so(monkeypatch):

    bare = installed_plugins()["hub_news"]
    monkeypatch.setattr(bare, "get_models", list)
    for viewset in (OfferQueueViewSet, OutsideFeedViewSet):
        monkeypatch.setattr(viewset, "add_to_admin_menu", False)

    assert shows(bare) == [
        "an address of its own on the website",
        "a block to place on other pages",
        "e-mails it sends",
        "a panel on your dashboard",
    ]


def test_what_is_always_on_is_no_choice(monkeypatch, manager):
    monkeypatch.setattr(installed_plugins()["standard_pages"], "always_on", True)

    answer = manager.get(URL)

    assert "standard_pages" not in labels(answer.context["in_use"])
    assert "Pages" in answer.context["always_on"].split(", ")
    assert "Always there: " in text(answer)


@pytest.mark.parametrize(
    ("by_whom", "is_now_on", "said"),
    [
        (True, True, "Switched on by Mair, "),
        (True, False, "Switched off by Mair, "),
        (False, True, "On since "),
        (False, False, "Off since "),
    ],
)
def test_who_switched_it_and_when_is_told(
    gwynedd, manager, mair, by_whom, is_now_on, said
):
    rows = Activation.objects.filter(site=gwynedd, plugin="news")
    rows.update(is_on=is_now_on, changed_by=mair if by_whom else None)
    Activation.objects.filter(site=gwynedd).exclude(plugin="news").delete()

    assert text(manager.get(URL)).count(said) == 1


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.EDITOR, Role.TRANSLATOR])
def test_other_roles_get_404_and_change_nothing(gwynedd, client_at, manager, role):
    stranger = client_at(gwynedd, make_staff(gwynedd, role))
    addresses = [URL, off("news"), on("fostering")]

    assert [stranger.get(url).status_code for url in addresses] == [404, 404, 404]
    assert [stranger.post(url).status_code for url in addresses[1:]] == [404, 404]
    assert state(gwynedd, "news", "fostering") == [True, False]
    assert [manager.get(url).status_code for url in addresses] == [200, 200, 200]


def test_others_managers_and_superusers_are_refused(two_authorities, client_at):
    gwynedd, devon = two_authorities
    strangers = {
        make_staff(devon, Role.MANAGER): 403,
        make_user(is_superuser=True): 404,
    }

    for stranger, status in strangers.items():
        client = client_at(gwynedd, stranger)
        assert client.get(URL).status_code == status
        assert client.post(off("news")).status_code == status
    assert state(gwynedd, "news") == [True]


@pytest.mark.parametrize("way", ["on", "off"])
def test_an_unknown_feature_is_404(manager, way):
    assert manager.get(f"{URL}nonsense/{way}/").status_code == 404
    assert manager.post(f"{URL}nonsense/{way}/").status_code == 404


def test_only_the_network_is_led_to_all_sites(client_at, manager):
    hub = make_hub()
    client = client_at(hub, make_staff(hub, Role.NETWORK_ADMIN))

    assert "/admin/features/all-sites/" in text(client.get(URL))
    assert "/admin/features/all-sites/" not in text(manager.get(URL))
