"""Whose an address or a page type is, whatever base it stands on."""

from typing import Any

import pytest
from acme_fostering.models import FosteringStory
from django.contrib.contenttypes.models import ContentType

from cms.activation import disable, enable
from cms.plugins import owners
from sites.models import HomePage
from tests.host.gated import World, make_world
from tests.host.inventing import invent

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(provisioned: None) -> World:
    return make_world()


def test_a_page_type_that_nobody_installed_is_its_own_plugin_s() -> None:
    kinds = [
        ContentType(app_label="gone", model="gonepage"),
        ContentType.objects.get_for_model(FosteringStory),
        ContentType.objects.get_for_model(HomePage),
    ]

    assert [owners.type_owner(kind) for kind in kinds] == ["gone", "fostering", None]


def test_screens_of_any_base_that_a_plugin_declares_are_gated(
    world: World, monkeypatch: Any
) -> None:
    invent(monkeypatch, "tea")
    monkeypatch.setattr(owners, "admin_namespaces", lambda: {"wagtailredirects": "tea"})
    client, path = world.client(world.there), "/admin/redirects/"

    def seen() -> tuple[int, bool]:
        menu = client.get("/admin/").text
        return client.get(path).status_code, path in menu

    while_off = seen()
    enable(site=world.there, label="tea")
    while_on = seen()
    disable(site=world.there, label="tea")

    assert (while_off, while_on, seen()) == ((404, False), (200, True), (404, False))
