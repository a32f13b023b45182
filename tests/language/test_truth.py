"""Every page tells the truth about its language, its address and its pair."""

from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.test import Client
from django.utils.translation import override
from wagtail.models import Page, Site

from cms.errors import forbidden, too_large
from cms.models import SiteProfile
from cms.roles import Role
from cms.suspension import suspend
from sites.models import Authority
from tests.factories import make_hub, make_service, make_staff
from tests.hub_news.factories import make_accepted, make_hub_news
from tests.language.filled_pages import much_news, page_of_every_block
from tests.language.reading import XML_LANG
from tests.language.truth import Told, switch_of, told_by, untruths
from tests.language.visiting import address_of, is_html, pages_from
from tests.news.factories import make_news

pytestmark = pytest.mark.django_db
NOTHING = Told("", {})
ATOM = "{http://www.w3.org/2005/Atom}"
Pages = dict[str, Any]


def both_sides(site: Site) -> Pages:
    """Every page of a site by its address, those without a translation among them."""
    answers = list(pages_from("/cy/", site, under=("/cy/", "/en/")))
    return {address_of(answer): answer for answer in answers if is_html(answer)}


def root_of(site: Site) -> str:
    return f"http://{site.hostname}"


def lies(pages: Pages) -> dict[str, list[str]]:
    found = {path: untruths(pages[path], path[1:3]) for path in pages}
    return {path: untrue for path, untrue in found.items() if untrue}


def wrong_addresses(site: Site, pages: Pages) -> list[tuple[str, Told]]:
    """Heads that name another address than their own, or a pair that does not agree."""
    told = {path: told_by(answer.text) for path, answer in pages.items()}
    return [
        (path, said)
        for path, said in told.items()
        if not (_names_itself(site, path, said, told) and _agrees(site, said, told))
    ]


def _names_itself(site: Site, path: str, said: Told, told: dict[str, Told]) -> bool:
    own = said.canonical.removeprefix(root_of(site))
    return told[own].canonical == said.canonical and (own == path or "?" in path)


def _agrees(site: Site, said: Told, told: dict[str, Told]) -> bool:
    if not said.alternates:
        return True
    pair = [said.alternates[language] for language in ("en", "cy")]
    heads = [told[address.removeprefix(root_of(site))] for address in pair]
    return (
        set(said.alternates) == {"en", "cy", "x-default"}
        and [head.canonical for head in heads] == pair
        and all(head.alternates == said.alternates for head in heads)
    )


def one_way_switches(pages: Pages) -> list[str]:
    """Pages whose switch leads to one that does not lead back."""
    there = {path: switch_of(answer.text) for path, answer in pages.items()}
    return [path for path in there if there.get(there[path]) != path]


def sitemap_of(site: Site) -> dict[str, dict[str, str]]:
    answer = Client(SERVER_NAME=site.hostname).get("/sitemap.xml")
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    links = "{http://www.w3.org/1999/xhtml}link"
    found = ElementTree.fromstring(answer.content)  # noqa: S314  (our own answer)
    return {
        url.findtext(f"{name}loc", ""): {
            link.attrib["hreflang"]: link.attrib["href"] for link in url.findall(links)
        }
        for url in found
    }


def in_the_menu(*pages: Page) -> None:
    """Let links lead there."""
    keys = [page.pk for page in pages]
    Page.objects.filter(pk__in=keys).update(show_in_menus=True)


def pair_told_at(site: Site, pages: Pages, address: str) -> dict[str, str]:
    said = told_by(pages[address.removeprefix(root_of(site))].text)
    assert said.canonical == address
    return {code: url for code, url in said.alternates.items() if code != "x-default"}


def test_a_new_service_in_both_languages(started):
    site = make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))
    in_the_menu(page_of_every_block(site))
    much_news(site)

    pages = both_sides(site)

    read = {path: page for path, page in pages.items() if page.status_code == 200}
    missing = {path: page for path, page in pages.items() if path not in read}
    assert lies(pages) == {}
    assert wrong_addresses(site, read) == []
    assert one_way_switches(pages) == []
    assert {page.status_code for page in missing.values()} == {404}
    assert all(told_by(page.text) == NOTHING for page in missing.values())
    assert {"/cy/news/an-evening/", "/en/pob-bloc/"} <= set(missing)
    assert "/en/news/" in read
    listed = sitemap_of(site)
    assert listed == {address: pair_told_at(site, read, address) for address in listed}
    assert len(listed) > 50


def test_the_hub_and_an_english_service(with_forms):
    hub, devon = make_hub(), make_service("devon", authority=None)
    editor = make_staff(hub, Role.HUB_EDITOR)
    pair = make_hub_news(hub, "cy", title="Tri adroddiad", summary="Un darlun i bawb.")
    in_the_menu(make_hub_news(hub, "en", pair=pair).get_parent(), pair.get_parent())
    make_accepted(make_service("gwynedd"), by=editor, en="An evening in town")

    for site, at_least in ((hub, 6), (devon, 4)):
        pages = both_sides(site)
        assert lies(pages) == {}
        assert wrong_addresses(site, pages) == []
        assert one_way_switches(pages) == []
        assert len(pages) >= at_least


def test_junk_in_a_query_is_no_address_and_the_root_is_for_everybody_else(
    provisioned, client_at
):
    site = make_service("devon")
    index = make_news(site, "en").get_parent()
    client = client_at(site)

    home = told_by(client.get("/en/?utm_source=x&page=2").text)
    news = told_by(client.get(f"{index.get_url()}?fbclid=1&page=1").text)

    assert home == Told(
        "http://devon.localhost/en/",
        {
            "en": "http://devon.localhost/en/",
            "cy": "http://devon.localhost/cy/",
            "x-default": "http://devon.localhost/",
        },
    )
    assert news == Told("http://devon.localhost/en/news/", {})


def test_a_further_page_of_a_list_names_itself_and_no_pair(provisioned, client_at):
    site = make_service("gwynedd")
    much_news(site)
    make_news(site, "en", title="Another evening")

    second = client_at(site).get("/cy/newyddion/?page=2&utm_source=x")
    shorter = client_at(site).get("/en/news/?page=2")

    assert told_by(second.text) == Told(
        "http://gwynedd.localhost/cy/newyddion/?page=2", {}
    )
    assert shorter.status_code == 200
    assert told_by(shorter.text).canonical == "http://gwynedd.localhost/en/news/"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_feed_is_in_one_language_and_marks_what_is_in_the_other(
    provisioned, client_at, language
):
    hub = make_hub()
    editor = make_staff(hub, Role.HUB_EDITOR)
    make_accepted(make_service("gwynedd"), by=editor, cy="Noson", en="Evening")
    make_accepted(make_service("devon"), by=editor, en="Exeter")

    answer = client_at(hub).get(f"/{language}/services/hub_news/feed/atom/")

    feed = ElementTree.fromstring(answer.content)  # noqa: S314  (our own)
    entries = [
        (entry.get(XML_LANG), entry.findtext(f"{ATOM}title"))
        for entry in feed.findall(f"{ATOM}entry")
    ]
    own = {"en": ("en", "Evening"), "cy": ("cy", "Noson")}[language]
    assert feed.get(XML_LANG) == answer.headers["Content-Language"] == language
    assert sorted(entries, key=str) == sorted([own, ("en", "Exeter")], key=str)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_what_is_refused_says_so_in_the_language_of_the_address(
    provisioned, rf, language
):
    site, devon = make_service("gwynedd"), make_service("devon")
    home = f"/{language}/"
    client = Client(SERVER_NAME=site.hostname, enforce_csrf_checks=True)
    answers = [client.get(f"{home}dim-byd/"), client.post(f"{home}find/", {})]
    suspend(site=devon, reason="-", message_en="Back soon, we hope.")
    answers.append(Client(SERVER_NAME=devon.hostname).get(home))
    request = rf.get(home, SERVER_NAME=site.hostname)
    with override(language):
        drawn = [
            forbidden(request, PermissionDenied()),
            too_large(request),
            render(request, "429.html", status=429),
        ]
    for answer in drawn:  # What the middleware adds to every answer.
        answer.headers["Content-Language"] = language
    answers += drawn

    assert [a.status_code for a in answers] == [404, 403, 503, 403, 413, 429]
    assert [untruth for a in answers for untruth in untruths(a, language)] == []
    assert all(told_by(answer.text) == NOTHING for answer in answers)


def test_a_page_in_both_languages_says_that_it_is(provisioned, monkeypatch):
    site = make_service("gwynedd")
    client = Client(SERVER_NAME=site.hostname, raise_request_exception=False)
    with monkeypatch.context() as broken:
        broken.setattr("cms.models.PluginPage.serve", None)
        answers = [client.get("/en/"), client.get("/cy/")]
    answers.append(Client(SERVER_NAME="neb.localhost").get("/en/"))

    assert [a.status_code for a in answers] == [500, 500, 404]
    assert {a.headers["Content-Language"] for a in answers} == {"cy, en"}
    for answer in answers:
        said = [u for u in untruths(answer, "cy") if u.startswith("marked")]
        assert [u for u in said if "·" not in u] == []  # A title has but one language.
        assert told_by(answer.text) == NOTHING


def test_hidden_welsh_says_so_in_welsh(with_forms):
    devon = make_service("devon")
    SiteProfile.objects.filter(site=devon).update(hides_welsh=True)
    client = Client(SERVER_NAME=devon.hostname)

    hidden, shown = client.get("/cy/gwneud-cais/"), client.get("/en/apply/")

    assert untruths(hidden, "cy") == ["0 switches"]
    assert 'href="/en/apply/" lang="en" hreflang="en"' in hidden.text
    assert untruths(shown, "en") == ["0 switches"]
    assert told_by(shown.text) == Told("http://devon.localhost/en/apply/", {})
    assert told_by(hidden.text) == NOTHING
