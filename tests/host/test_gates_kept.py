"""While a plugin is off its pages can be worked on, and none of it is public.

Whoever had a draft open loses nothing; switched on again, the page is as it was left.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from acme_fostering.models import FosteringStory
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from cms.activation import enable
from cms.visibility import visible_pages
from tests.factories import home_of
from tests.host.gated import SLUG, World, make_world

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PATH = f"/en/section/{SLUG}/"
Work = Callable[[World, FosteringStory], Any]


@pytest.fixture
def world(provisioned: None) -> World:
    return make_world()


def publishing_a_draft_that_was_open(world: World, story: FosteringStory) -> None:
    form = {
        "title": "Changed",
        "slug": SLUG,
        "date": "02/11/2026",
        "summary": "S",
        "text": "Changed",
        "body": streamfield([]),
        "tips": streamfield([]),
        "action-publish": "1",
    }
    url = reverse("wagtailadmin_pages:edit", args=[story.pk])
    answer = world.client(world.there).post(url, nested_form_data(form))
    assert answer.status_code == 302


def publishing_a_revision(world: World, story: FosteringStory) -> None:
    story.title = "Changed"
    story.save_revision().publish(user=world.boss)


def publishing_at_a_time_that_was_set(world: World, story: FosteringStory) -> None:
    story.title = "Changed"
    past = timezone.now() - dt.timedelta(hours=1)
    story.save_revision(approved_go_live_at=past)
    call_command("publish_scheduled", verbosity=0)


def going_back_to_an_older_revision(world: World, story: FosteringStory) -> None:
    story.title = "Changed"
    old = story.save_revision()
    story.title = "Newer"
    story.save_revision()
    url = reverse("wagtailadmin_pages:revisions_revert", args=[story.pk, old.pk])
    assert world.client(world.there).get(url).status_code == 200
    old.publish(user=world.boss)


WORK: list[Work] = [
    publishing_a_draft_that_was_open,
    publishing_a_revision,
    publishing_at_a_time_that_was_set,
    going_back_to_an_older_revision,
]


@pytest.mark.parametrize("work", WORK, ids=lambda work: work.__name__)
def test_what_is_done_while_off_is_kept_and_shown_when_on_again(
    world: World, work: Work
) -> None:
    world.switch_off(world.there)
    work(world, world.story(world.there))
    public = Client(SERVER_NAME=world.there.hostname)
    while_off = (
        public.get(PATH).status_code,
        visible_pages(world.there, "en").filter(slug=SLUG).exists(),
    )

    enable(site=world.there, label="fostering")

    assert while_off == (404, False)
    assert "Changed" in public.get(PATH).text


def test_an_alias_made_while_on_stays_hidden_while_off_and_can_be_set_free(
    world: World,
) -> None:
    story = world.story(world.there)
    alias = story.create_alias(parent=home_of(world.there, "en"))
    world.switch_off(world.there)
    public = Client(SERVER_NAME=world.there.hostname)

    world.client(world.there).post(
        reverse("wagtailadmin_pages:convert_alias", args=[alias.pk])
    )

    freed = Page.objects.get(pk=alias.pk)
    assert freed.alias_of is None
    assert public.get(f"/en/{SLUG}/").status_code == 404
    assert not visible_pages(world.there, "en").filter(pk=alias.pk).exists()


@pytest.mark.parametrize("view", ["edit", "view_draft", "history", "delete", "usage"])
def test_the_explorer_still_works_on_pages_of_what_is_off(
    world: World, view: str
) -> None:
    story, client = world.story(world.there), world.client(world.there)
    url = reverse(f"wagtailadmin_pages:{view}", args=[story.pk])
    while_on = client.get(url).status_code
    world.switch_off(world.there)

    assert (while_on, client.get(url).status_code) == (200, 200)


def test_a_preview_is_shown_while_the_page_is_hidden(world: World) -> None:
    story, client = world.story(world.there), world.client(world.there)
    world.switch_off(world.there)
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[story.pk])
    form = {
        "title": "Changed",
        "slug": SLUG,
        "date": "02/11/2026",
        "summary": "S",
        "text": "Only seen here",
        "body": streamfield([]),
        "tips": streamfield([]),
    }
    client.post(url, nested_form_data(form))

    assert "Only seen here" in client.get(url).text
    assert client.get(PATH).status_code == 404
