"""What staff see of a plugin: its screens, settings and panels, only where it is on."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from cms.activation import disable
from cms.plugins import Plugin
from cms.testing.contract.asking import for_plugins_with
from cms.testing.contract.having import roles_for, screens, settings_types

At = Callable[..., Client]
Staff = Callable[[Site, str], Any]


@pytest.fixture
def administrator(db: None) -> Any:
    """Someone who may do everything, and is bound by the gates all the same."""
    return get_user_model().objects.create_superuser(
        email="administrator@council.example"
    )


@for_plugins_with("screens", "off_switch")
def test_its_screens_and_their_menu_are_there_only_where_it_is_on(
    plugin: Plugin, site: Site, client_at: At, staff: Staff, administrator: Any
) -> None:
    for viewset in screens(plugin):
        index = reverse(viewset.get_url_name("index"))
        people = [staff(site, role) for role in roles_for(viewset.model, site)]
        clients = [client_at(site, person) for person in people]

        assert {client.get(index).status_code for client in clients} == {200}
        assert {f'"{index}"' in _menu(client) for client in clients} == {
            # What has no place in the menu is reached from another screen.
            bool(viewset.add_to_admin_menu or viewset.add_to_settings_menu)
        }

    disable(site=site, label=plugin.label)

    for viewset in screens(plugin):
        index = reverse(viewset.get_url_name("index"))
        for person in (*people, administrator):
            client = client_at(site, person)
            assert client.get(index).status_code == 404
            assert f'"{index}"' not in _menu(client)


@for_plugins_with("settings_types", "off_switch")
def test_its_settings_are_there_only_where_it_is_on(
    plugin: Plugin, site: Site, client_at: At, staff: Staff, administrator: Any
) -> None:
    people = {
        model: [staff(site, role) for role in roles_for(model, site)]
        for model in settings_types(plugin)
    }

    for model, managers in people.items():
        for manager in managers:
            assert _settings(client_at(site, manager), model, site) == 200

    disable(site=site, label=plugin.label)

    for model, managers in people.items():
        for person in (*managers, administrator):
            assert _settings(client_at(site, person), model, site) != 200


@for_plugins_with("panels", "off_switch")
def test_its_panels_stand_on_the_dashboard_only_where_it_is_on(
    plugin: Plugin, site: Site, client_at: At, administrator: Any
) -> None:
    wanted = {plugin.load(path) for path in plugin.panels}

    on = _panels(client_at(site, administrator))
    disable(site=site, label=plugin.label)
    off = _panels(client_at(site, administrator))

    assert wanted <= on
    assert wanted & off == set()


def _menu(client: Client) -> str:
    # The sidebar is data in a script of the page: addresses stand there in quotes.
    return client.get("/admin/").content.decode().replace("&quot;", '"')


def _settings(client: Client, model: Any, site: Site) -> int:
    meta = model._meta
    names = [meta.app_label, meta.model_name, site.pk]
    return client.get(reverse("wagtailsettings:edit", args=names)).status_code


def _panels(client: Client) -> set[type]:
    return {type(panel) for panel in client.get("/admin/").context["panels"]}
