"""All sites and all features, for the network's administrators and nobody else."""

import pytest

from cms.activation import disable, enable
from cms.admin import Listed, listed_sites
from cms.admin.features import may_roll_out, may_switch
from cms.admin.roster import _by_host
from cms.models import Rollout, SiteProfile
from cms.plugins import Audience, installed_plugins
from cms.roles import Role
from cms.rollouts import plan_rollout
from sites.models import Authority
from tests.factories import make_service, make_staff, make_user
from tests.features.factories import GRID, LIST, NEW, asked, make_many
from tests.rollouts.factories import make_bare_site

pytestmark = pytest.mark.django_db


def shown(client, **query):
    return [row.listed.name for row in client.get(GRID, query).context["rows"]]


def test_every_site_is_a_row_and_every_choice_a_column(network, places, hub):
    gwynedd, _devon = places
    disable(site=gwynedd, label="news")

    context = network.get(GRID).context

    rows = {
        row.listed.name: {plugin.label: state for plugin, state in row.cells}
        for row in context["rows"]
    }
    assert list(rows) == ["Independent Visitors", "Devon", "Gwynedd"]
    told = [(rows[n]["news"], rows[n]["hub_news"]) for n in rows]
    assert told == [("never", "on"), ("on", "never"), ("off", "never")]
    assert rows["Devon"]["fostering"] == "off"


def test_what_is_always_on_has_no_column(network, monkeypatch):
    monkeypatch.setattr(installed_plugins()["standard_pages"], "always_on", True)

    context = network.get(GRID).context

    labels = {plugin.label for plugin in context["plugins"]}
    assert "standard_pages" not in labels
    assert "feature" in context["form"].fields
    offered = dict(context["form"].fields["feature"].choices)
    assert "standard_pages" not in offered
    assert "standard_pages" not in dict(
        network.get(NEW).context["form"].fields["plugin"].choices
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["Independent Visitors", "Devon", "Gwynedd"]),
        ({"q": "GWYN"}, ["Gwynedd"]),
        ({"q": "devon.localhost"}, ["Devon"]),
        ({"q": "nowhere"}, []),
        ({"nation": "Wales"}, ["Gwynedd"]),
        ({"nation": "Atlantis"}, ["Independent Visitors", "Devon", "Gwynedd"]),
        ({"feature": "news", "state": "on"}, ["Devon"]),
        ({"feature": "news", "state": "off"}, ["Gwynedd"]),
        ({"feature": "news"}, ["Independent Visitors", "Devon", "Gwynedd"]),
        ({"state": "off"}, ["Independent Visitors", "Devon", "Gwynedd"]),
        ({"feature": "hub_news", "state": "on"}, ["Independent Visitors"]),
        ({"nation": "England", "feature": "news", "state": "off"}, []),
    ],
)
def test_sites_are_found_by_name_nation_and_state(network, places, query, found):
    disable(site=places[0], label="news")

    assert shown(network, **query) == found


def test_the_grid_comes_in_pages_that_keep_the_filter(network):
    make_many(30)

    first = network.get(GRID, {"q": "place"})
    second = network.get(GRID, {"q": "place", "p": "2"})

    assert first.context["found"] == "30 sites"
    sizes = [len(answer.context["rows"]) for answer in (first, second)]
    assert sizes == [25, 5]
    assert "q=place&amp;p=2" in first.content.decode()


def test_the_grid_asks_the_same_at_two_sites_and_at_twenty(network):
    make_many(1)
    network.get(GRID)
    urls = [GRID, f"{GRID}?feature=news&state=on", NEW]
    at_two = [asked(network, url) for url in urls]
    make_many(18, start=1)
    network.get(GRID)  # The list of hosts is asked for once when sites come or go.

    assert [asked(network, url) for url in urls] == at_two


def test_in_welsh_the_places_stand_in_the_welsh_order_and_english_names_say_so(places):
    from django.utils.translation import override

    with override("cy"):
        listed = [(x.name, x.language, x.nation) for x in listed_sites()]

    assert listed == [("Dyfnaint", "", "England"), ("Gwynedd", "", "Wales")]
    Authority.objects.filter(slug="devon").update(area_name_cy="")
    with override("cy"):
        assert [(x.name, x.language) for x in listed_sites()] == [
            ("Devon", "en"),
            ("Gwynedd", ""),
        ]


def test_without_anybody_who_knows_names_sites_are_named_by_their_host(
    monkeypatch, hub
):
    monkeypatch.setattr("cms.admin.roster._writers", [_by_host])
    bare = make_bare_site()

    listed = {x.site: x.name for x in listed_sites()}

    assert listed == {hub: "Independent Visitors", bare: bare.hostname}
    assert Listed(hub, "Hub").kind == SiteProfile.Kind.HUB


ROLES = [Role.MANAGER, Role.COORDINATOR, Role.EDITOR, Role.TRANSLATOR]


def addresses(owen, site):
    rollout = plan_rollout(label="news", turn_on=False, sites=[site], by=owen)
    return [GRID, LIST, NEW, f"{LIST}{rollout.pk}/"]


@pytest.mark.parametrize("role", ROLES)
def test_staff_of_a_service_get_404(hub, owen, network, client_at, role):
    gwynedd = make_service("gwynedd")
    urls = addresses(owen, gwynedd)
    stranger = client_at(gwynedd, make_staff(gwynedd, role))

    assert [stranger.get(url).status_code for url in urls] == [404] * 4
    assert stranger.post(urls[-1], {"action": "start"}).status_code == 404
    assert stranger.post(NEW, {"plugin": "news"}).status_code == 404
    assert Rollout.objects.get().started_at is None
    assert [network.get(url).status_code for url in urls] == [200] * 4


def test_the_hubs_editor_and_the_administrator_away_from_the_hub_are_refused(
    hub, owen, network, client_at
):
    gwynedd = make_service("gwynedd")
    urls = addresses(owen, gwynedd)
    strangers = [
        client_at(hub, make_staff(hub, Role.HUB_EDITOR)),
        client_at(hub, make_staff(hub, Role.TRANSLATOR)),
        client_at(gwynedd, owen),
    ]

    for stranger in strangers:
        answers = [stranger.get(url) for url in urls]
        assert {a.status_code for a in answers} <= {302, 403, 404}
        assert not any(a.context and "rows" in a.context for a in answers)
    assert [network.get(url).status_code for url in urls] == [200] * 4


def test_whoever_administers_the_installation_sees_it_at_any_host(hub, owen, client_at):
    gwynedd = make_service("gwynedd")
    admin = client_at(gwynedd, make_user(is_superuser=True))

    statuses = [admin.get(url).status_code for url in addresses(owen, gwynedd)]

    assert statuses == [200] * 4


def test_the_menu_shows_it_to_the_network_alone(hub, network, client_at):
    manager = client_at(gwynedd := make_service("gwynedd"))
    manager.force_login(make_staff(gwynedd, Role.MANAGER))

    assert GRID in network.get("/admin/features/").content.decode()
    assert GRID not in manager.get("/admin/features/").content.decode()


def test_on_a_host_of_no_service_there_is_no_grid(client):
    admin = make_user(is_superuser=True)
    client.force_login(admin)

    assert client.get(GRID, SERVER_NAME="nobody.localhost").status_code == 404
    assert (may_roll_out(admin, None), may_switch(admin, None)) == (False, False)


def test_a_row_where_the_feature_does_not_belong_switches_nothing_on(
    network, hub, monkeypatch
):
    monkeypatch.setattr(installed_plugins()["news"], "audience", Audience.HUB)
    enable(site=hub, label="news")
    monkeypatch.undo()

    [row] = network.get(GRID).context["rows"]

    assert {p.label: state for p, state in row.cells}["news"] == "never"
