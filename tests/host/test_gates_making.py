"""Pages of a plugin are made only where it is on, whichever way they are made.

Each way is tried twice in one set-up: where the plugin is on, then where it is off.
"""

from contextlib import suppress
from typing import Any

import pytest
from acme_fostering.models import FosteringStory
from django.db import transaction
from django.urls import get_resolver, reverse
from wagtail.models import Locale, Page

from cms.activation import disable
from cms.plugins.gates import PluginIsOff
from tests.factories import home_of
from tests.host.gated import LABEL, SLUG, World, make_world, pages_of, stories_of
from tests.host.ways import (
    WAYS,
    Way,
    copy_with_subpages,
    create_alias_with_subpages,
    move_with_subpages,
    new_story,
    the_copy_screen_asked_for_aliases,
    the_copy_screen_with_subpages,
    the_move_screen_with_subpages,
    the_translation_screen_with_subpages,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def world(provisioned: None) -> World:
    return make_world()


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_page_is_made_where_its_plugin_is_on_and_not_where_it_is_off(
    world: World, way: Way
) -> None:
    with transaction.atomic():
        while_on = made_by(way, world)
        transaction.set_rollback(True)
    world.switch_off(world.there)

    while_off = made_by(way, world)

    assert while_on > 0
    assert while_off <= 0


@pytest.mark.parametrize(
    "way",
    [
        the_copy_screen_with_subpages,
        copy_with_subpages,
        the_move_screen_with_subpages,
        move_with_subpages,
        the_copy_screen_asked_for_aliases,
        create_alias_with_subpages,
    ],
    ids=lambda way: way.__name__,
)
def test_of_a_tree_that_holds_what_is_off_nothing_is_made_at_all(
    world: World, way: Way
) -> None:
    world.switch_off(world.there)
    before = pages_of(world.here), pages_of(world.there)

    with suppress(PluginIsOff):
        way(world)

    assert (pages_of(world.here), pages_of(world.there)) == before


def made_by(way: Way, world: World) -> int:
    """How many more stories there are than those that were not taken away before."""
    before = stories_of(world.there) - ("translat" in way.__name__)
    with suppress(PluginIsOff):
        way(world)
    return stories_of(world.there) - before


def test_a_type_is_offered_only_where_its_plugin_is_on(world: World) -> None:
    world.switch_off(world.there)
    url = "wagtailadmin_pages:add_subpage"
    offered = {
        site.hostname: world.client(site).get(
            reverse(url, args=[world.section(site).pk])
        )
        for site in (world.here, world.there)
    }
    add = "/admin/pages/add/fostering/fosteringstory/"

    assert [add in answer.text for answer in offered.values()] == [True, False]
    assert [
        FosteringStory.can_create_at(world.section(site))
        for site in (world.here, world.there)
    ] == [True, False]


@pytest.mark.parametrize(
    "way",
    [
        the_copy_screen_with_subpages,
        the_translation_screen_with_subpages,
        the_move_screen_with_subpages,
    ],
    ids=lambda way: way.__name__,
)
def test_who_is_refused_is_told(world: World, way: Way, monkeypatch: Any) -> None:
    world.switch_off(world.there)
    client = world.client(world.there)
    monkeypatch.setattr(World, "client", lambda self, site=None: client)

    way(world)

    told = client.get("/admin/").text
    assert "is off at that service" in told or "do not have permission" in told


def test_within_its_service_a_tree_may_be_moved_with_what_is_off(world: World) -> None:
    section, home = world.section(world.there), home_of(world.there, "en")
    form = Page.objects.get(slug="ask-form", path__startswith=home.path).specific
    world.switch_off(world.there)
    other = home.add_child(instance=type(section)(title="Other", slug="other"))

    section.move(other, pos="last-child")

    assert world.story(world.there).get_parent().get_parent() == other.page_ptr
    assert section.can_move_to(home)
    assert not form.can_move_to(other)
    with pytest.raises(PluginIsOff):
        form.move(other, pos="last-child")


def test_a_tree_may_be_moved_across_only_where_all_that_it_holds_is_on(
    world: World,
) -> None:
    section, home = world.section(world.here), home_of(world.there, "en")
    while_on = section.can_move_to(home)

    world.switch_off(world.there)

    assert (while_on, section.can_move_to(home)) == (True, False)


def test_pages_of_a_plugin_that_is_off_may_be_put_in_order(world: World) -> None:
    home = home_of(world.there, "en")
    form = Page.objects.get(slug="ask-form", path__startswith=home.path)
    world.switch_off(world.there)

    form.move(home, pos="first-child")

    assert home.get_first_child() == form


def test_a_copy_sent_without_a_parent_is_not_asked_about(world: World) -> None:
    world.switch_off(world.there)
    story = world.story(world.there)
    answer = world.client(world.there).get(
        reverse("wagtailadmin_pages:copy", args=[story.pk])
    )

    assert answer.status_code == 200


def test_outside_every_service_no_page_of_a_plugin_is_made(world: World) -> None:
    with pytest.raises(PluginIsOff, match="Fostering enquiries"):
        Page.get_first_root_node().add_child(instance=new_story())


def test_the_product_mounts_no_write_api() -> None:
    namespaces = set(get_resolver().app_dict) | set(get_resolver().namespace_dict)

    assert {name for name in namespaces if "wagtailapi" in name} == set()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_is_refused_in_both_languages(world: World, language: str) -> None:
    disable(site=world.there, label=LABEL)
    locale = Locale.objects.get(language_code=language)
    story = FosteringStory(title="New", slug="new", summary="S", locale=locale)

    with pytest.raises(PluginIsOff):
        home_of(world.there, language).add_child(instance=story)

    assert world.story(world.there, language).slug == SLUG
