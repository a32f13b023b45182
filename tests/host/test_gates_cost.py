"""The gates cost at most one query a request, with any number of plugins and sites."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from cms.activation import enable
from cms.models import Activation
from cms.plugins import installed_plugins
from tests.factories import home_of, make_service
from tests.host.gated import World, make_world
from tests.host.inventing import invent

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
Request = Callable[[Client, World], Any]
GATES = f'"{Activation._meta.db_table}"'


class Panel(Component):
    """Something on the dashboard that asks nothing."""

    order = 10

    def __init__(self, request: Any) -> None:
        pass

    def render_html(self, parent_context: Any = None) -> str:
        return "tea"


@pytest.fixture
def world(provisioned: None) -> World:
    return make_world()


def a_page(client: Client, world: World) -> Any:
    return client.get("/cy/section/")


def a_page_of_a_plugin(client: Client, world: World) -> Any:
    return client.get("/en/section/a-story/")


def the_home_with_its_slots(client: Client, world: World) -> Any:
    return client.get("/en/")


def an_address_of_a_plugin(client: Client, world: World) -> Any:
    return client.get("/cy/services/fostering/")


def a_step_of_a_form(client: Client, world: World) -> Any:
    return client.get("/en/ask-form/room/")


def the_sitemap(client: Client, world: World) -> Any:
    return client.get("/sitemap.xml")


def the_dashboard(client: Client, world: World) -> Any:
    return client.get("/admin/")


def a_list_of_rows(client: Client, world: World) -> Any:
    return client.get("/admin/enquiry/")


def an_inbox(client: Client, world: World) -> Any:
    return client.get("/admin/fostering/")


def settings_of_a_plugin(client: Client, world: World) -> Any:
    args = ["fostering", "fosteringsettings", world.there.pk]
    return client.get(reverse("wagtailsettings:edit", args=args))


def the_explorer(client: Client, world: World) -> Any:
    home = home_of(world.there, "en")
    return client.get(reverse("wagtailadmin_explore", args=[home.pk]))


def the_explorer_of_every_service(client: Client, world: World) -> Any:
    root = Page.get_first_root_node()
    return client.get(reverse("wagtailadmin_explore", args=[root.pk]))


def what_can_be_added(client: Client, world: World) -> Any:
    section = world.section(world.there)
    return client.get(reverse("wagtailadmin_pages:add_subpage", args=[section.pk]))


def where_a_tree_can_be_moved(client: Client, world: World) -> Any:
    section = world.section(world.there)
    return client.get(reverse("wagtailadmin_pages:move", args=[section.pk]))


def where_a_tree_can_be_moved_to(client: Client, world: World) -> Any:
    url = reverse("wagtailadmin_choose_page_child", args=[world.here.root_page.pk])
    section = world.section(world.there)
    asked = {"user_perms": "move_to", "target_pages[]": section.pk}
    return client.get(url, asked)


def the_page_chooser(client: Client, world: World) -> Any:
    return client.get(reverse("wagtailadmin_choose_page"))


def a_search_among_pages(client: Client, world: World) -> Any:
    return client.get(reverse("wagtailadmin_pages:search"), {"q": "section"})


def the_features(client: Client, world: World) -> Any:
    return client.get(reverse("cms_features"))


REQUESTS: list[Request] = [
    a_page,
    a_page_of_a_plugin,
    the_home_with_its_slots,
    an_address_of_a_plugin,
    a_step_of_a_form,
    the_sitemap,
    the_dashboard,
    a_list_of_rows,
    an_inbox,
    settings_of_a_plugin,
    the_explorer,
    the_explorer_of_every_service,
    what_can_be_added,
    where_a_tree_can_be_moved,
    where_a_tree_can_be_moved_to,
    the_page_chooser,
    a_search_among_pages,
]


def queries_of(request: Request, world: World) -> tuple[int, int]:
    """How many queries ask what is on, and how many there are in all."""
    client = world.client(world.there)
    if request.__name__ in PUBLIC:
        client.logout()
    request(client, world)  # What a process learns once is known now.
    with CaptureQueriesContext(connection) as queries:
        answer = request(client, world)
    assert answer.status_code == 200
    asked = [query for query in queries.captured_queries if GATES in query["sql"]]
    return len(asked), len(queries)


PUBLIC = {
    request.__name__
    for request in (
        a_page,
        a_page_of_a_plugin,
        the_home_with_its_slots,
        an_address_of_a_plugin,
        a_step_of_a_form,
        the_sitemap,
    )
}


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda request: request.__name__)
def test_the_gates_ask_once_a_request_however_many_plugins_there_are(
    world: World, request_: Request, monkeypatch: Any
) -> None:
    asked, in_all = queries_of(request_, world)
    install_many(world, monkeypatch)

    asked_of_many, in_all_of_many = queries_of(request_, world)

    assert asked <= 1
    assert (asked_of_many, in_all_of_many) == (asked, in_all)
    assert len(installed_plugins()) > 40


def install_many(world: World, monkeypatch: Any) -> None:
    """Three dozen more, on at both services, each with a slot, a panel and a need."""
    for number in range(36):
        label = f"tea{number}"
        invent(
            monkeypatch,
            label,
            contents={"Panel": Panel},
            panels=["Panel"],
            slots={"home": "fortnight/slots/home.html"},
            requires=[f"tea{number - 1}"] if number else [],
        )
        for site in (world.here, world.there):
            enable(site=site, label=label)


@pytest.mark.long
def test_the_gates_ask_the_same_at_two_services_and_at_twenty(
    world: World,
) -> None:
    def asked() -> dict[str, int]:
        return {r.__name__: queries_of(r, world)[0] for r in [*REQUESTS, the_features]}

    at_two = asked()
    for number in range(18):
        site = make_service(f"s{number}service", reference_prefix=f"S{number}")
        enable(site=site, label="fostering")

    assert asked() == at_two
    # The Features screen also asks who switched what.
    assert at_two.pop("the_features") == 2
    assert set(at_two.values()) <= {0, 1}
    assert (at_two["a_page"], at_two["the_dashboard"]) == (1, 1)
