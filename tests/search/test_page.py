"""The page of results: safe whatever is typed, kind when empty, one cost for all."""

import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from modelsearch.query import PlainText
from wagtail.models import Page, PageViewRestriction
from wagtail.search.backends import get_search_backend

from cms.search.finding import matching
from tests.factories import make_service
from tests.search.writing import PATHS, asked, titles, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def gwynedd(provisioned):
    return make_service("gwynedd")


@pytest.mark.parametrize(
    "typed",
    [
        *('"', "*", "AND", "NEAR(", "a OR", "NOT b", "title:x", "^x", "(", "x'); --"),
        *("\x00", "a\x00b", "🦓", "!!!", "%", "%s", "\\", "':*", "& | !", "{a} : b"),
        *("ŵŷ", "مرحبا", "<script>alert(1)</script>", "1e5", "a" * 190, " "),
        *("x" * 10_000, "word " * 2_000, "i", "y yn a", "\ud7ff", "a-b'c", "'''"),
    ],
)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_nothing_that_is_typed_breaks_the_page(gwynedd, language, typed):
    answer = asked(gwynedd, language, typed)

    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.count("<h1") == 1
    assert "<script>alert" not in page
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(("number", "status"), [("1", 200), ("2", 200), ("x", 404)])
def test_a_page_too_far_is_the_last_one_and_nonsense_is_404(gwynedd, number, status):
    written(gwynedd, "en", "One", "zebra")

    assert asked(gwynedd, "en", "zebra", page=number).status_code == status


def test_results_are_ten_a_page_and_the_question_goes_along(gwynedd):
    for number in range(12):
        written(gwynedd, "en", f"Page {number}", "zebra & crossing")

    first = asked(gwynedd, "en", "zebra & crossing")
    page = first.content.decode()

    assert len(first.context["listing"].rows) == 10
    assert "12 results" in page
    assert 'href="?q=zebra+%26+crossing&amp;page=2"' in page
    assert len(titles(gwynedd, "en", "zebra & crossing", page=2)) == 2


def test_the_words_are_marked_and_what_is_around_them_is_escaped(gwynedd):
    written(gwynedd, "cy", "Tudalen", "Dewch i <b>Wynedd</b> & Chymru")

    page = asked(gwynedd, "cy", "Ngwynedd").content.decode()

    assert "&lt;b&gt;<mark>Wynedd</mark>&lt;/b&gt; &amp; Chymru" in page


def test_the_title_says_what_was_looked_for_and_no_engine_keeps_it(gwynedd):
    page = " ".join(asked(gwynedd, "en", "<zebra>").content.decode().split())
    welsh = " ".join(asked(gwynedd, "cy", "sebra").content.decode().split())

    assert "<title>Search results for “&lt;zebra&gt;” – " in page
    assert ">Canlyniadau’r chwiliad: “sebra” </h1>" in welsh
    assert '<meta name="robots" content="noindex">' in page
    assert 'rel="canonical"' not in page


def test_the_switch_keeps_the_question(gwynedd):
    page = asked(gwynedd, "en", "zebra").content.decode()

    assert re.search(r'href="/cy/chwilio/\?q=zebra"[^>]*lang="cy"', page)


@pytest.mark.usefixtures("started")
def test_nothing_found_leads_to_what_many_look_for(gwynedd):
    for words in ("", "qqqqq"):
        page = asked(gwynedd, "cy", words).content.decode()
        assert "Yr hyn y mae llawer yn chwilio amdano" in page
        assert 'href="/cy/cysylltu/"' in page


def test_every_page_has_the_form_and_404_too(gwynedd):
    client = Client(SERVER_NAME=gwynedd.hostname)

    for path in ("/en/", "/en/nothing-here/", "/en/search/"):
        page = client.get(path).content.decode()
        assert page.count('role="search"') == 1
        assert 'action="/en/search/"' in page
    assert 'action="/cy/chwilio/"' in client.get("/cy/").content.decode()


def test_a_host_without_a_service_has_no_search(provisioned):
    assert Client(SERVER_NAME="localhost").get("/en/search/").status_code == 404


def cost(site, words):
    """Queries of one page of results."""
    client = Client(SERVER_NAME=site.hostname)
    client.get(PATHS["en"], {"q": words})
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(PATHS["en"], {"q": words})
    return len(queries)


def test_the_cost_is_the_same_for_many_results_and_many_services(gwynedd):
    for number in range(5):
        written(gwynedd, "en", f"Page {number}", "zebra")
    few = cost(gwynedd, "zebra")
    for number in range(5, 40):
        written(gwynedd, "en", f"Page {number}", "zebra")
    for name in ("arfon", "bangor", "cymer"):
        make_service(name)

    assert cost(gwynedd, "zebra") == few <= 12


def test_the_index_is_filled_anew_by_one_command(gwynedd):
    written(gwynedd, "cy", "Tudalen", "Byw yng Ngwynedd ac mewn sebra")
    get_search_backend().get_index_for_model(Page).reset()
    assert titles(gwynedd, "cy", "sebra") == []

    call_command("update_index", verbosity=0)

    assert titles(gwynedd, "cy", "sebra") == ["Tudalen"]


def test_the_index_is_asked_by_a_queryset_of_its_own(gwynedd):
    """`get_queryset` of the results is no documented name of Wagtail's."""
    page = written(gwynedd, "en", "Page", "zebra")

    found = matching(Page, PlainText("wezebraq0"))

    assert [row["pk"] for row in found] == [page.pk]


@pytest.mark.parametrize("words", ["Ngwynedd", "Wynedd", "gwyn"])
def test_an_editors_own_search_finds_a_title_in_every_form(gwynedd, words):
    page = written(gwynedd, "cy", "Cyngor Gwynedd")

    assert page.page_ptr in list(Page.objects.all().autocomplete(words))


def test_a_page_above_that_is_private_is_not_named(gwynedd):
    above = written(gwynedd, "en", "Animals")
    written(gwynedd, "en", "Zebras", parent=above)
    assert asked(gwynedd, "en", "zebras").context["listing"].rows[0].above == [
        "Animals"
    ]

    PageViewRestriction.objects.create(
        page=above, restriction_type=PageViewRestriction.LOGIN
    )

    assert titles(gwynedd, "en", "zebras") == []
