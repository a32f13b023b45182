"""Every way to make a page of a plugin at a service: on a screen, by code, by an API.

Each makes at least one story at `world.there`, the service at which it may be off.
"""

from collections.abc import Callable
from typing import Any

from acme_fostering.models import FosteringStory
from django.test import Client, override_settings
from django.urls import reverse
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import APIToken, Locale, Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from tests.factories import home_of
from tests.host.gated import LABEL, World

Way = Callable[[World], Any]
WRITE_API = override_settings(ROOT_URLCONF="tests.host.write_api")


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
