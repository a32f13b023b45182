"""Pages of a plugin are made only where it is on, whichever way they are made.

Each way is tried twice in one set-up: where the plugin is on, then where it is off.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from acme_fostering.models import FosteringStory
from django.db import transaction
from django.test import Client, override_settings
from django.urls import get_resolver, reverse
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import APIToken, Locale, Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from cms.activation import disable
from cms.plugins.gates import PluginIsOff
from tests.factories import home_of
from tests.host.gated import LABEL, SLUG, World, make_world, pages_of, stories_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
Way = Callable[[World], Any]
WRITE_API = override_settings(ROOT_URLCONF="tests.host.write_api")


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def new_story() -> FosteringStory:
    return FosteringStory(title="New", slug="new", summary="S", locale=english())


def english() -> Locale:
    return Locale.objects.get(language_code="en")


def welsh() -> Locale:
    return Locale.objects.get(language_code="cy")


def post(world: World, name: str, *args: Any, **form: Any) -> None:
    """A form of the admin, sent at the destination's own host."""
    url = reverse(f"wagtailadmin_pages:{name}", args=args)
    world.client(world.there).post(url, form)


def api(world: World, path: str, **body: Any) -> None:
    """The write API, with the boss's token."""
    _row, token = APIToken.create_token(user=world.boss, name="test")
    with WRITE_API:
        answer = Client(SERVER_NAME=world.there.hostname).post(
            f"/api/v3/pages/{path}",
            body,
            content_type="application/json",
            headers={"authorization": f"Bearer {token}"},
        )
    assert answer.status_code < 500, answer.content


# --- new pages


def the_explorer(world: World) -> None:
    form = {
        "title": "New",
        "slug": "new",
        "date": "2026-11-02",
        "summary": "S",
        "body": streamfield([]),
        "tips": streamfield([]),
        "action-publish": "1",
    }
    parent = world.section(world.there).pk
    post(world, "add", LABEL, "fosteringstory", parent, **nested_form_data(form))


def add_child(world: World) -> None:
    world.section(world.there).add_child(instance=new_story())


def add_sibling(world: World) -> None:
    world.section(world.there).add_sibling(instance=new_story())


def the_write_api(world: World) -> None:
    kind = {
        "type": "fostering.FosteringStory",
        "parent_id": world.section(world.there).pk,
    }
    api(world, "", meta=kind, title="New", slug="new", date="2026-11-02", summary="S")


# --- copies


def copy_form(world: World, page: Page, **more: str) -> None:
    parent = home_of(world.there, "en").pk
    form = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": parent}
    post(world, "copy", page.pk, **form, **more)


def the_copy_screen(world: World) -> None:
    copy_form(world, world.story(world.here))


def the_copy_screen_with_subpages(world: World) -> None:
    copy_form(world, world.section(world.here), copy_subpages="on")


def copy(world: World) -> None:
    world.story(world.here).copy(to=home_of(world.there, "en"))


def copy_with_subpages(world: World) -> None:
    section = world.section(world.here)
    update = {"slug": "copy"}
    section.copy(recursive=True, to=home_of(world.there, "en"), update_attrs=update)


def the_copy_action(world: World) -> None:
    story = world.story(world.here)
    CopyPageAction(story, to=home_of(world.there, "en")).execute()


def copying_through_the_write_api(world: World) -> None:
    destination = home_of(world.there, "en").pk
    story = world.story(world.here).pk
    api(world, f"{story}/actions/copy/", destination_id=destination)


# --- moves


def the_move_screen(world: World) -> None:
    story, parent = world.story(world.here), home_of(world.there, "en")
    post(world, "move_confirm", story.pk, parent.pk)


def the_move_screen_with_subpages(world: World) -> None:
    section = rename(world.section(world.here))
    post(world, "move_confirm", section.pk, home_of(world.there, "en").pk)


def the_bulk_move(world: World) -> None:
    story, parent = world.story(world.here), home_of(world.there, "en")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    world.client(world.there).post(f"{url}?id={story.pk}", {"chooser": parent.pk})


def move(world: World) -> None:
    world.story(world.here).move(home_of(world.there, "en"), pos="last-child")


def move_with_subpages(world: World) -> None:
    section = rename(world.section(world.here))
    section.move(home_of(world.there, "en"), pos="last-child")


def moving_through_the_write_api(world: World) -> None:
    story, parent = world.story(world.here).pk, home_of(world.there, "en").pk
    where = {"destination_id": parent, "position": "last-child"}
    api(world, f"{story}/actions/move/", **where)


def rename(page: Page) -> Page:
    """Two pages of one name cannot stand under one parent."""
    page.slug = "moved"
    page.save()
    return Page.objects.get(pk=page.pk).specific


# --- aliases


def the_copy_screen_asked_for_aliases(world: World) -> None:
    copy_form(world, world.section(world.here), alias="on", copy_subpages="on")


def create_alias(world: World) -> None:
    world.story(world.here).create_alias(parent=home_of(world.there, "en"))


def create_alias_with_subpages(world: World) -> None:
    parent, section = home_of(world.there, "en"), world.section(world.here)
    section.create_alias(recursive=True, parent=parent, update_slug="alias")


def the_alias_action(world: World) -> None:
    story, parent = world.story(world.here), home_of(world.there, "en")
    CreatePageAliasAction(story, parent=parent).execute()


# --- translations: the Welsh story is away, and is made anew from the English one


def without_welsh(world: World) -> Page:
    world.section(world.there, "cy").delete()
    story: Page = world.story(world.there)
    return story


def submit(world: World, page: Page, **more: str) -> None:
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    world.client(world.there).post(url, {"locales": [welsh().pk], **more})


def the_translation_screen(world: World) -> None:
    world.story(world.there, "cy").delete()
    submit(world, world.story(world.there))


def the_translation_screen_with_subpages(world: World) -> None:
    without_welsh(world)
    submit(world, world.section(world.there), include_subtree="on")


def copy_for_translation(world: World) -> None:
    story = without_welsh(world)
    story.copy_for_translation(welsh(), copy_parents=True)


def translating_through_the_write_api(world: World) -> None:
    world.story(world.there, "cy").delete()
    story = world.story(world.there).pk
    api(world, f"{story}/actions/copy_for_translation/", locale="cy")


WAYS: list[Way] = [
    the_explorer,
    add_child,
    add_sibling,
    the_write_api,
    the_copy_screen,
    the_copy_screen_with_subpages,
    copy,
    copy_with_subpages,
    the_copy_action,
    copying_through_the_write_api,
    the_move_screen,
    the_move_screen_with_subpages,
    the_bulk_move,
    move,
    move_with_subpages,
    moving_through_the_write_api,
    the_copy_screen_asked_for_aliases,
    create_alias,
    create_alias_with_subpages,
    the_alias_action,
    the_translation_screen,
    the_translation_screen_with_subpages,
    copy_for_translation,
    translating_through_the_write_api,
]


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
