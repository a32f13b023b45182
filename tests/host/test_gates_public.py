"""What the public sees of a plugin: everything where it is on, nothing where it is off.

Each surface is looked at in both languages, by a stranger and by a superuser, before
and after the plugin is switched off at the same service.
"""

import pytest
from acme_fostering.models import FosteringPage, FosteringStory
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from cms.activation import disable, enable
from cms.models import Offer
from cms.offers import Decision, decide, refresh
from cms.roles import Role
from cms.suspension import suspend
from cms.visibility import visible_in_any_language, visible_pages
from pages.news.models import NewsIndexPage
from tests.factories import home_of, make_hub, make_staff, publish
from tests.host.gated import World, make_world, root_of
from tests.host.inventing import force_row
from tests.host.surfaces import STORY, SURFACES, Seen, restrict
from tests.hub_news.factories import hub_index

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LANGUAGES = ("en", "cy")


@pytest.fixture
def world(provisioned: None) -> World:
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


def test_of_a_suspended_service_nothing_is_seen_by_anybody(world: World) -> None:
    stranger, boss = Client(SERVER_NAME=world.there.hostname), world.client(world.there)
    suspend(site=world.there, reason="Reorganised")

    seen = {
        surface.__name__
        for surface in SURFACES
        for client, language in [(stranger, "en"), (boss, "cy")]
        if surface(client, world, language)
    }

    assert seen == set()
    elsewhere = Client(SERVER_NAME=world.here.hostname)
    assert elsewhere.get(f"/cy/{STORY}").status_code == 200


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
