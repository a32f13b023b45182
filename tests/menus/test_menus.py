"""One menu on every page of a site, in each language, as its editors arranged it."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.menus import Entry
from cms.roles import Role
from pages.standard_pages.models import StandardPage
from sites.menus.arranging import arrange, rows_of
from sites.menus.models import Menu
from sites.provisioning.approving import settle_approval
from tests.factories import home_of, make_service, make_staff, publish

EVERY_KIND = {
    "en": [
        *("/en/", "/en/foster-carers/", "/en/become-a-visitor/the-steps/", "/en/news/"),
        *("/en/apply/", "/en/apply/language/", "/en/ask/", "/en/search/?q=pay"),
        *("/en/no-such-page/", "/en/site-map/", "/en/a-to-z/"),
    ],
    "cy": [
        *("/cy/", "/cy/gofalwyr-maeth/", "/cy/newyddion/", "/cy/gwneud-cais/"),
        *("/cy/gwneud-cais/eich-iaith/", "/cy/chwilio/?q=tal", "/cy/dim-tudalen/"),
        *("/cy/map-o-r-wefan/", "/cy/a-i-y/"),
    ],
}


@pytest.fixture
def gwynedd(started):
    return make_service("gwynedd")


def menu_at(client, path):
    """Words and address of each line; what the menu says is here."""
    shown = BeautifulSoup(client.get(path).text, "html.parser")
    links = shown.select(".govuk-service-navigation__list a")
    told = {link["href"]: link.get("aria-current") for link in links}
    here = {href: current for href, current in told.items() if current}
    return [(link.get_text(strip=True), link["href"]) for link in links], here


def menu_of(client, path):
    return [words for words, _href in menu_at(client, path)[0]]


def key_of(site, slug):
    pages = home_of(site, "en").get_descendants()
    return str(pages.get(slug=slug).translation_key)


@pytest.mark.parametrize("is_arranged", [False, True])
def test_the_menu_is_the_same_on_every_kind_of_page_and_says_which_is_this_one(
    is_arranged, gwynedd, client_at
):
    if is_arranged:
        link = Entry(url="https://example.org/", en="Elsewhere", cy="Man arall")
        key = key_of(gwynedd, "ask")
        arrange(site=gwynedd, entries=[link, Entry(key=key, en="Ask")], by=None)
    client = client_at(gwynedd)

    for language, paths in EVERY_KIND.items():
        found = {path: menu_at(client, path) for path in paths}
        menus = {str(menu) for menu, _here in found.values()}
        assert len(menus) == 1, language
        assert len(found[f"/{language}/"][0]) == 5 + is_arranged
    here = {path: menu_at(client, path)[1] for path in ("/en/ask/", "/en/ask/who/")}
    assert here == {
        "/en/ask/": {"/en/ask/": "page"},
        "/en/ask/who/": {"/en/ask/": "true"},
    }


def test_what_editors_arrange_stands_in_both_languages_and_english_never_in_welsh(
    gwynedd, client_at
):
    client = client_at(gwynedd)
    only_english = page_under(home_of(gwynedd, "en"), "Only English")
    entries = [
        Entry(key=key_of(gwynedd, "foster-carers"), cy="Gofalwyr"),
        Entry(key=str(only_english.translation_key)),
        Entry(url="https://example.org/", en="In English alone"),
        Entry(key=key_of(gwynedd, "ask"), left_out=True),
        Entry(key=key_of(gwynedd, "for-you")),
    ]
    arrange(site=gwynedd, entries=entries, by=None)

    english, welsh = menu_of(client, "/en/"), menu_of(client, "/cy/")

    assert english[:4] == [
        *("Foster carers", "Only English", "In English alone", "For you")
    ]
    assert welsh[:2] == ["Gofalwyr", "I ti"]
    assert len(english) - 2 == len(welsh) == 5


def asked(client, path):
    """How many questions the page asks of the database."""
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)


@pytest.mark.usefixtures("at_once")
def test_a_menu_costs_the_same_however_long_and_a_hidden_page_leaves_it_at_once(
    gwynedd, client_at, settings
):
    home, client = home_of(gwynedd, "en"), client_at(gwynedd)
    about = page_under(home, "About")
    paths = ("/en/search/", "/en/about/")
    at_first = [max(asked(client, path), asked(client, path)) for path in paths]
    shown = [page_under(home, f"Page {n}", show_in_menus=True) for n in range(4)]
    keys = [str(page.translation_key) for page in (page_under(about, "Deep"), *shown)]
    arrange(site=gwynedd, entries=[Entry(key=key) for key in keys], by=None)
    for path, before in zip(paths, at_first, strict=True):
        asked(client, path)
        assert asked(client, path) <= before
    settings.PAGE_CACHE_SECONDS = 600
    assert menu_of(client, "/en/about/")[:2] == ["Deep", "Page 0"]
    assert asked(client, "/en/about/") == 0

    StandardPage.objects.get(slug="deep").unpublish()

    assert menu_of(client, "/en/about/")[:2] == ["Page 0", "Page 1"]


def filled_in(client, **changes):
    """What the screen's form sends, with `changes` by the first word of a line."""
    form = BeautifulSoup(client.get(reverse("site_menu")).text, "html.parser")
    fields = {}
    for line in form.select(".iv-menu-line"):
        prefix = line.select_one("select")["name"].removesuffix("-place")
        told = {f"{prefix}-place": ""}
        told |= {box["name"]: "on" for box in line.select("input[checked]")}
        told |= {
            box["name"]: box.get("value", "") for box in line.select("[type=text]")
        }
        changed = changes.get(line.legend.get_text(" ", strip=True).split(" ")[0], {})
        fields |= told | {f"{prefix}-{name}": v for name, v in changed.items()}
    return fields


def test_an_editor_arranges_the_menu_and_gives_it_back_to_the_tree(gwynedd, client_at):
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    public = client_at(gwynedd)
    before = menu_of(public, "/en/")
    deep = home_of(gwynedd, "en").get_descendants().get(slug="the-steps")
    sent = filled_in(
        client,
        Ask={"place": 1, "en": "Ask us", "cy": "Gofyn"},
        For={"shown": ""},
    )
    link = {"add-url": "https://example.org/", "add-en": "Else", "add-cy": "Arall"}

    client.post(reverse("site_menu"), sent | {"add-page": deep.pk})
    client.post(reverse("site_menu"), filled_in(client) | link)

    assert menu_of(public, "/en/") == [
        *("Ask us", *(w for w in before if w[:3] not in ("Ask", "For"))),
        *("The steps", "Else"),
    ]
    assert menu_of(public, "/cy/")[0] == "Gofyn"
    assert menu_of(public, "/cy/")[-2:] == ["Y camau", "Arall"]
    client.post(reverse("site_menu"), {"do": "reset"})
    assert menu_of(public, "/en/") == before


@pytest.mark.parametrize(
    "added",
    [
        {"add-url": "https://example.org/", "add-en": "Else"},
        {"add-url": "javascript:alert(1)", "add-en": "Else", "add-cy": "Arall"},
        {"add-page": "theirs"},
        {"add-en": "Words of nothing"},
    ],
)
def test_a_link_without_welsh_a_script_and_a_page_of_others_are_refused(
    added, gwynedd, client_at
):
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    theirs = page_under(home_of(make_service("devon"), "en"), "Theirs")
    sent = {name: theirs.pk if v == "theirs" else v for name, v in added.items()}

    answer = client.post(reverse("site_menu"), filled_in(client) | sent)

    assert answer.status_code == 200
    assert "The menu was not saved" in answer.text
    assert not Menu.objects.exists()


def test_a_form_sent_twice_changes_the_menu_once(gwynedd, client_at):
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    moves = {"What": {"place": 3}, "Ask": {"place": 1}, "For": {"place": 3}}
    link = {"add-url": "https://example.org/", "add-en": "Else", "add-cy": "Arall"}
    sent = filled_in(client, **moves) | link
    found = []

    for _click in range(2):
        client.post(reverse("site_menu"), sent)
        found.append(menu_of(client, "/en/"))

    assert found[0] == found[1]
    assert [words.split()[0] for words in found[0]] == [
        *("Ask", "Become", "What", "For", "News", "Else")
    ]


def test_a_form_opened_before_a_colleague_s_change_keeps_words_on_their_pages(
    gwynedd, client_at
):
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    page_under(home_of(gwynedd, "en"), "Gone", show_in_menus=True)
    what = {"en": "What", "place": 6}
    sent = filled_in(client, Ask={"en": "Ask us"}, For={"shown": ""}, What=what)
    StandardPage.objects.get(slug="gone").delete()
    entries = [row.entry for row in rows_of(gwynedd)]
    link = Entry(url="https://example.org/", en="Elsewhere", cy="Man arall")
    arrange(site=gwynedd, entries=[link, *reversed(entries)], by=None)

    client.post(reverse("site_menu"), sent)

    assert menu_of(client, "/en/") == [
        *("Elsewhere", "News", "Ask us", "Become a Visitor", "What")
    ]


def test_a_page_is_added_in_other_words_and_one_left_out_comes_back(gwynedd, client_at):
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    pages = home_of(gwynedd, "en").get_descendants()
    deep, news = pages.get(slug="the-steps"), pages.get(slug="news")
    before = menu_of(client, "/en/")
    client.post(reverse("site_menu"), filled_in(client, News={"shown": ""}))
    without = menu_of(client, "/en/")
    added = {"add-page": deep.pk, "add-en": "How", "add-cy": "Sut"}

    client.post(reverse("site_menu"), filled_in(client) | added)
    client.post(reverse("site_menu"), filled_in(client) | {"add-page": news.pk})

    assert without == before[:-1]
    assert menu_of(client, "/en/") == [*before, "How"]
    assert menu_of(client, "/cy/")[-1] == "Sut"


def test_what_is_wrong_with_a_line_is_tied_to_its_field(gwynedd, client_at):
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    link = Entry(url="https://example.org/", en="Elsewhere", cy="Man arall")
    arrange(site=gwynedd, entries=[link], by=None)
    added = {"add-url": "https://example.com/", "add-en": "Else"}
    sent = filled_in(client, **{link.url: {"cy": ""}}) | added

    answer = client.post(reverse("site_menu"), sent)

    shown = BeautifulSoup(answer.text, "html.parser")
    wrong = shown.select("form [aria-invalid]")
    told = [shown.find(id=box["aria-describedby"].split()[-1]) for box in wrong]
    linked = [shown.select_one(a["href"]) for a in shown.select("#error-summary a")]
    assert [words.get_text(strip=True) for words in told] == [
        *("This field is required.", "Say what the link is called.")
    ]
    assert len(linked) == 2
    assert None not in linked


@pytest.mark.parametrize(("role", "status"), [(Role.EDITOR, 404), (Role.MANAGER, 200)])
def test_where_a_manager_approves_each_page_editors_do_not_change_the_menu_alone(
    role, status, gwynedd, client_at
):
    settle_approval(gwynedd, manager_approves=True)
    client = client_at(gwynedd, make_staff(gwynedd, role))

    screen = client.get(reverse("site_menu"))

    assert screen.status_code == status
    admin = client.get(reverse("wagtailadmin_home")).text
    assert (reverse("site_menu") in admin) == (status == 200)


def test_who_does_not_publish_here_does_not_arrange_the_menu(gwynedd, client_at):
    devon = make_service("devon")
    for person in (
        make_staff(gwynedd, Role.TRANSLATOR),
        make_staff(devon, Role.EDITOR),
    ):
        client = client_at(gwynedd, person)
        answer = client.post(reverse("site_menu"), {"do": "reset"})
        assert answer.status_code in (302, 403, 404)

    assert not Menu.objects.exists()


def page_under(parent, title, **facts):
    page = StandardPage(title=title, slug=title.lower().replace(" ", "-"), **facts)
    return publish(page, parent)
