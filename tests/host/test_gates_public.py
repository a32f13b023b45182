"""What the public sees of a plugin: everything where it is on, nothing where it is off.

Each surface is looked at in both languages, by a stranger and by a superuser, before
and after the plugin is switched off at the same service.
"""

from collections.abc import Callable
from typing import Any

import pytest
from acme_fostering.models import FosteringPage, FosteringStory
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page, PageViewRestriction, Site

from cms.activation import disable, enable
from cms.models import Offer, StarterKey
from cms.offers import Decision, decide, refresh
from cms.roles import Role
from cms.visibility import visible_in_any_language, visible_pages
from pages.news.models import NewsIndexPage
from tests.factories import home_of, make_hub, make_staff, publish
from tests.host.gated import SLUG, World, make_world, root_of
from tests.host.inventing import force_row
from tests.hub_news.factories import hub_index

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
Seen = Callable[[Client, World, str], bool]
LANGUAGES = ("en", "cy")
STORY = f"section/{SLUG}/"


@pytest.fixture
def world(db: None) -> World:
    world = make_world()
    for language in LANGUAGES:
        form = FosteringPage.objects.get(
            path__startswith=root_of(world.there), locale__language_code=language
        )
        link = f'<a linktype="page" id="{form.pk}">Link</a>'
        section = world.section(world.there, language)
        section.body = [("text", f"<p>{link}</p>")]
        section.save_revision().publish()
    return world


def ok(answer: Any) -> bool:
    """Found; anything but 200 and 404 is an error of the test."""
    assert answer.status_code in (200, 404), answer.status_code
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


@pytest.mark.parametrize("surface", SURFACES, ids=lambda surface: surface.__name__)
def test_it_is_seen_where_the_plugin_is_on_and_nowhere_where_it_is_off(
    world: World, surface: Seen
) -> None:
    stranger, boss = Client(SERVER_NAME=world.there.hostname), world.client(world.there)
    looks = [(stranger, "en"), (stranger, "cy"), (boss, "cy")]

    def look() -> set[bool]:
        return {surface(client, world, language) for client, language in looks}

    while_on = look()
    world.switch_off(world.there)

    assert (while_on, look()) == ({True}, {False})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path", [f"{STORY}nothing/", "ask-form/nothing/", "services/fostering/nothing/"]
)
def test_what_does_not_exist_is_404_whether_the_plugin_is_on_or_off(
    world: World, path: str, language: str
) -> None:
    client = Client(SERVER_NAME=world.there.hostname)
    while_on = client.get(f"/{language}/{path}").status_code
    world.switch_off(world.there)

    assert (while_on, client.get(f"/{language}/{path}").status_code) == (404, 404)


def test_a_step_that_cannot_be_reached_is_404_only_where_the_form_is_off(
    world: World,
) -> None:
    client = Client(SERVER_NAME=world.there.hostname)
    while_on = client.get("/en/ask-form/reach/").status_code
    world.switch_off(world.there)

    assert (while_on, client.get("/en/ask-form/reach/").status_code) == (302, 404)


def test_the_other_service_keeps_its_own(world: World) -> None:
    world.switch_off(world.there)
    clients = [Client(SERVER_NAME=s.hostname) for s in (world.here, world.there)]

    assert [c.get(f"/cy/{STORY}").status_code for c in clients] == [200, 404]
    assert [c.get("/cy/services/fostering/").status_code for c in clients] == [200, 404]


def test_switched_on_again_everything_is_as_it_was(world: World) -> None:
    client = Client(SERVER_NAME=world.there.hostname)
    world.switch_off(world.there)
    while_off = client.get(f"/en/{STORY}").status_code

    enable(site=world.there, label="fostering")

    assert (while_off, client.get(f"/en/{STORY}").status_code) == (404, 200)


def test_what_is_served_as_a_preview_is_not_asked_about(world: World) -> None:
    story, client = world.story(world.there), world.client(world.there)
    url = reverse("wagtailadmin_pages:view_draft", args=[story.pk])
    world.switch_off(world.there)

    draft = client.get(url)

    assert (draft.status_code, "Learnt" in draft.text) == (200, True)
    assert client.get(f"/en/{STORY}").status_code == 404


def test_the_password_form_is_for_pages_of_this_service_alone(world: World) -> None:
    mine, theirs = world.story(world.there), world.story(world.here)
    draft = world.section(world.there)
    draft.unpublish()
    key = restrict(mine).pk
    client = Client(SERVER_NAME=world.there.hostname)
    base = f"/en/_util/authenticate_with_password/{key}"

    answers = [
        client.get(f"{base}/{pk}/").status_code
        for pk in (mine.pk, theirs.pk, draft.pk, 999_999)
    ]

    assert answers == [200, 404, 404, 404]
    nobody = Client(SERVER_NAME="nobody.localhost")
    assert nobody.get(f"{base}/{mine.pk}/").status_code == 404


def test_a_plugin_s_feed_is_gone_with_it(world: World) -> None:
    home = home_of(world.there, "cy")
    publish(NewsIndexPage(title="Newyddion", slug="newyddion"), home)
    client = Client(SERVER_NAME=world.there.hostname)
    feeds = [f"/{language}/services/news/feed/atom/" for language in LANGUAGES]
    while_on = [client.get(feed).status_code for feed in feeds]

    disable(site=world.there, label="news")

    assert while_on == [200, 200]
    assert [client.get(feed).status_code for feed in feeds] == [404, 404]
    assert [client.head(feed).status_code for feed in feeds] == [404, 404]


def test_what_was_offered_is_gone_from_the_hub_and_comes_back(
    world: World, at_once: None
) -> None:
    hub = make_hub()
    hub_index(hub, "en")
    FosteringStory.objects.filter(path__startswith=root_of(world.there)).update(
        offer_to_hub=True
    )
    refresh(world.there)
    editor = make_staff(hub, Role.HUB_EDITOR)
    decide(offer=Offer.objects.get(), decision=Decision.ACCEPT, by=editor)
    places = ("/en/news/", "/en/services/hub_news/feed/atom/")

    def shown() -> list[bool]:
        client = Client(SERVER_NAME=hub.hostname)
        return ["Three years" in client.get(place).text for place in places]

    while_on = shown()
    world.switch_off(world.there)
    while_off = shown(), Offer.objects.get().state
    enable(site=world.there, label="fostering")

    assert (while_on, while_off) == ([True, True], ([False, False], "accepted"))
    assert shown() == [True, True]


def test_the_hub_shows_none_of_its_own_where_its_plugin_is_off(world: World) -> None:
    hub = make_hub()
    hub_index(hub, "en")
    client = Client(SERVER_NAME=hub.hostname)
    paths = ["/en/news/", "/en/services/hub_news/feed/atom/"]
    while_on = [client.get(path).status_code for path in paths]

    disable(site=hub, label="hub_news")

    assert while_on == [200, 200]
    assert [client.get(path).status_code for path in paths] == [404, 404]


def test_a_row_for_the_wrong_kind_of_site_opens_no_address(world: World) -> None:
    hub = make_hub()
    force_row(hub, "fostering")
    force_row(world.there, "hub_news")

    def status(site: Site, path: str) -> int:
        return int(Client(SERVER_NAME=site.hostname).get(path).status_code)

    assert status(hub, "/en/services/fostering/") == 404
    assert status(world.there, "/en/services/hub_news/feed/atom/") == 404
    assert status(world.there, "/en/services/fostering/") == 200


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [STORY, "services/fostering/", "services/news/"])
def test_on_a_host_of_no_service_nothing_is_served(
    world: World, path: str, language: str
) -> None:
    client = Client(SERVER_NAME="nobody.localhost")

    assert client.get(f"/{language}/{path}").status_code == 404
    assert client.post(f"/{language}/{path}").status_code == 404


def test_without_a_site_nothing_is_visible(world: World) -> None:
    assert not visible_pages(None, "en").exists()
    assert not visible_in_any_language(None).exists()
    assert visible_pages(world.there, "en").exists()
