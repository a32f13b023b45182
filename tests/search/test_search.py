"""The public search: what is found, in which order, and what never is."""

import pytest
from wagtail.models import PageViewRestriction

from cms.activation import disable
from cms.models import PageLanguage
from pages.news.models import NewsIndexPage, NewsPage
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_service, publish
from tests.search.writing import asked, titles, written

pytestmark = pytest.mark.django_db
TEXT = {
    "Un": "Croeso i Wynedd ac i Gaernarfon",
    "Dau": "Byw yng Ngwynedd, yn nhref Nghaernarfon",
    "Tri": "Cyngor Gwynedd a Chaernarfon",
}


@pytest.fixture
def gwynedd(provisioned):
    return make_service("gwynedd")


@pytest.fixture
def three_forms(gwynedd):
    for title, text in TEXT.items():
        written(gwynedd, "cy", title, text)
    return gwynedd


@pytest.mark.parametrize(
    "words",
    [
        *("Gwynedd", "Ngwynedd", "Wynedd", "yng NGWYNEDD", "gwyn"),
        *("Caernarfon", "Nghaernarfon", "Gaernarfon", "Chaernarfon", "yn Nghaernar"),
    ],
)
def test_each_form_of_a_name_finds_all_of_them(three_forms, words):
    assert set(TEXT) <= set(titles(three_forms, "cy", words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tŷ ar y bryn", "ty bryn"),
        ("Ty ar y bryn", "TŶ BRYN"),
        ("Y dŵr", "dwr"),
        ("Gŵyl y plant", "wyl"),
        ("Mae’n bwysig", "mae'n bwysig"),
        ("Mae'n bwysig", "mae’n bwysig"),
        ("Ei hysgol hi", "ysgol"),
        ("Pen-y-bont ar Ogwr", "Mhen-y-bont"),
        ("Pen-y-bont ar Ogwr", "Penybont"),
        ("E-bost y tîm", "ebost"),
    ],
)
def test_accents_capitals_and_apostrophes_make_no_difference(gwynedd, text, words):
    written(gwynedd, "cy", "Tudalen", text)

    assert titles(gwynedd, "cy", words) == ["Tudalen"]


def test_english_finds_beginnings_and_no_mutations(gwynedd):
    written(gwynedd, "en", "One", "A visitor of the bath")
    written(gwynedd, "en", "Two", "Lessons in maths, in Gwynedd")

    assert titles(gwynedd, "en", "visit bath") == ["One"]
    assert titles(gwynedd, "en", "math lessons") == ["Two"]
    assert titles(gwynedd, "en", "Ngwynedd maths") == ["Two"]
    assert titles(gwynedd, "en", "mbath") == []


def test_titles_come_first_and_the_very_words_before_their_forms(gwynedd):
    written(gwynedd, "cy", "Pedair", "Byw yng Nghonwy")
    written(gwynedd, "cy", "Tair", "Byw ger Conwy")
    written(gwynedd, "cy", "Taith i Gonwy")
    written(gwynedd, "cy", "Tref Conwy")

    assert titles(gwynedd, "cy", "Conwy") == [
        "Tref Conwy",
        "Taith i Gonwy",
        "Tair",
        "Pedair",
    ]


def test_every_word_that_tells_something_must_be_there(gwynedd):
    written(gwynedd, "en", "Both", "Zebras ride a unicycle")
    written(gwynedd, "en", "One", "Zebras")

    assert titles(gwynedd, "en", "how do I ride zebras") == ["Both"]


@pytest.fixture
def two_pages(gwynedd):
    """One that stays to be seen, and one that is hidden in some way."""
    seen = written(gwynedd, "en", "Seen", "zebra")
    return gwynedd, seen, written(gwynedd, "en", "Hidden", "zebra")


def unpublished(site, page):
    page.unpublish()


def private(site, page):
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.LOGIN
    )


def not_ready(site, page):
    PageLanguage.objects.filter(page=page).delete()


def moved_away(site, page):
    page.move(home_of(make_service("devon"), "en"), pos="last-child")


@pytest.mark.parametrize("hide", [unpublished, private, not_ready, moved_away])
def test_what_may_not_be_seen_is_not_found(two_pages, hide):
    site, _seen, page = two_pages
    assert set(titles(site, "en", "zebra")) == {"Seen", "Hidden"}

    hide(site, page)

    assert titles(site, "en", "zebra") == ["Seen"]


def test_a_draft_is_not_found_and_its_words_are_not_shown(two_pages):
    site, seen, _hidden = two_pages
    home = home_of(site, "en")
    home.add_child(instance=StandardPage(title="Draft", intro="zebra", live=False))
    seen.intro = "zebra and a secret giraffe"
    seen.save_revision()

    assert set(titles(site, "en", "zebra")) == {"Seen", "Hidden"}
    assert titles(site, "en", "giraffe") == []


def test_a_page_of_a_plugin_that_is_off_is_not_found(gwynedd):
    home = home_of(gwynedd, "en")
    index = home.get_children().type(NewsIndexPage).first()
    index = index or publish(NewsIndexPage(title="News"), home)
    publish(NewsPage(title="A zebra came", summary="Stripes"), index.specific)
    assert titles(gwynedd, "en", "zebra stripes") == ["A zebra came"]

    disable(site=gwynedd, label="news")

    assert titles(gwynedd, "en", "zebra stripes") == []


def test_each_service_finds_its_own_pages_alone(two_authorities):
    gwynedd, devon = two_authorities
    written(gwynedd, "en", "Ours", "zebra")
    written(devon, "en", "Theirs", "zebra")

    assert titles(gwynedd, "en", "zebra") == ["Ours"]
    assert titles(devon, "en", "zebra") == ["Theirs"]


def test_what_is_in_the_other_language_alone_is_said_with_a_link(gwynedd):
    written(gwynedd, "cy", "Sebra", "jiráff")

    page = asked(gwynedd, "en", "jiraff").content.decode()

    assert "There are no results in English, but 1 result in Welsh." in page
    assert (
        '<a class="govuk-link" href="/cy/chwilio/?q=jiraff" lang="cy" hreflang="cy">'
        "Cymraeg</a>" in page
    )


def test_welsh_that_a_service_hides_is_not_promised(gwynedd):
    written(gwynedd, "cy", "Sebra", "jiráff")
    gwynedd.profile.hides_welsh = True
    gwynedd.profile.save()

    assert "in Welsh." not in asked(gwynedd, "en", "jiraff").content.decode()


def test_a_changed_page_is_found_by_its_new_words_alone(provisioned):
    devon = make_service("devon")
    page = written(devon, "en", "Animals", "zebra")
    page.intro = "giraffe"
    page.save_revision().publish()

    assert titles(devon, "en", "giraffe") == ["Animals"]
    assert titles(devon, "en", "zebra") == []
