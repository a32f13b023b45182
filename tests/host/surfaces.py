"""Every place where the public can see something of a plugin at `world.there`."""

from collections.abc import Callable
from typing import Any

from acme_fostering.models import FosteringPage
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page, PageViewRestriction

from cms.models import StarterKey
from cms.visibility import visible_in_any_language, visible_pages
from tests.host.gated import SLUG, World, root_of

Seen = Callable[[Client, World, str], bool]
STORY = f"section/{SLUG}/"


def ok(answer: Any) -> bool:
    """Found; 503 is what a suspended service answers, and all else an error here."""
    assert answer.status_code in (200, 404, 503), answer.status_code
    return bool(answer.status_code == 200)


# --- pages


def the_page(client: Client, world: World, language: str) -> bool:
    return ok(client.get(f"/{language}/{STORY}"))


def the_page_by_head(client: Client, world: World, language: str) -> bool:
    return ok(client.head(f"/{language}/{STORY}"))


def the_page_by_post(client: Client, world: World, language: str) -> bool:
    return ok(client.post(f"/{language}/{STORY}", {"x": "1"}))


def the_form(client: Client, world: World, language: str) -> bool:
    return ok(client.get(f"/{language}/ask-form/"))


def a_step_that_is_sent(client: Client, world: World, language: str) -> bool:
    slug = {"en": "room", "cy": "ystafell"}[language]
    return ok(client.post(f"/{language}/ask-form/{slug}/", {}))


def a_private_page(client: Client, world: World, language: str) -> bool:
    restrict(world.story(world.there, language))
    return "password" in client.get(f"/{language}/{STORY}").text.lower()


def the_form_for_a_password(client: Client, world: World, language: str) -> bool:
    story = world.story(world.there, language)
    with override(language):
        url = reverse(
            "wagtailcore_authenticate_with_password",
            args=[restrict(story).pk, story.pk],
        )
    sent = client.post(url, {"password": "wrong", "return_url": "/"})
    assert ok(client.get(url)) == ok(sent)
    return ok(client.get(url))


def restrict(page: Page) -> PageViewRestriction:
    found, _created = PageViewRestriction.objects.get_or_create(
        page=page, restriction_type="password", password="secret"
    )
    return found


# --- the plugin's own addresses


def its_address(client: Client, world: World, language: str) -> bool:
    return ok(client.get(f"/{language}/services/fostering/"))


def its_address_by_head(client: Client, world: World, language: str) -> bool:
    return ok(client.head(f"/{language}/services/fostering/"))


def its_address_by_post(client: Client, world: World, language: str) -> bool:
    return ok(client.post(f"/{language}/services/fostering/", {"name": ""}))


def an_address_below_it(client: Client, world: World, language: str) -> bool:
    return ok(client.get(f"/{language}/services/fostering/received/"))


# --- links and lists


def the_service_navigation(client: Client, world: World, language: str) -> bool:
    return f'href="/{language}/ask-form/"' in client.get(f"/{language}/").text


def the_footer(client: Client, world: World, language: str) -> bool:
    form = FosteringPage.objects.get(
        path__startswith=root_of(world.there), locale__language_code=language
    )
    StarterKey.objects.get_or_create(page=form.page_ptr, defaults={"key": "faq"})
    Page.objects.filter(pk=form.pk).update(show_in_menus=False)
    home = client.get(f"/{language}/").text
    return f'href="/{language}/ask-form/"' in home.partition("<footer")[2]


def a_list_of_subpages(client: Client, world: World, language: str) -> bool:
    return f"/{language}/{STORY}" in client.get(f"/{language}/section/").text


def a_link_in_running_text(client: Client, world: World, language: str) -> bool:
    main = client.get(f"/{language}/section/").text.partition("<main")[2]
    return f"/{language}/ask-form/" in main.partition("</main")[0]


def the_sitemap(client: Client, world: World, language: str) -> bool:
    return f"/{language}/{STORY}" in client.get("/sitemap.xml").text


def the_slot_on_the_home_page(client: Client, world: World, language: str) -> bool:
    return f'href="/{language}/services/fostering/"' in client.get(f"/{language}/").text


# --- queries


def visible(client: Client, world: World, language: str) -> bool:
    pages = visible_pages(world.there, language)
    return pages.filter(slug=SLUG).exists()


def visible_in_either_language(client: Client, world: World, language: str) -> bool:
    return visible_in_any_language(world.there).filter(slug=SLUG).exists()


def found_by_searching(client: Client, world: World, language: str) -> bool:
    pages = visible_pages(world.there, language)
    shown = Page.objects.filter(pk__in=list(pages.values_list("pk", flat=True)))
    return any(page.slug == SLUG for page in shown.search("three years"))


SURFACES: list[Seen] = [
    the_page,
    the_page_by_head,
    the_page_by_post,
    the_form,
    a_step_that_is_sent,
    a_private_page,
    the_form_for_a_password,
    its_address,
    its_address_by_head,
    its_address_by_post,
    an_address_below_it,
    the_service_navigation,
    the_footer,
    a_list_of_subpages,
    a_link_in_running_text,
    the_sitemap,
    the_slot_on_the_home_page,
    visible,
    visible_in_either_language,
    found_by_searching,
]
