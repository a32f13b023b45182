"""A page under another shows the way to the pages beside it, made from the tree."""

from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_service, publish

pytestmark = pytest.mark.usefixtures("provisioned")
NAMES = {"en": ("In this section", "About us"), "cy": ("Yn yr adran hon", "Amdanom ni")}


def page_under(parent, title):
    return publish(StandardPage(title=title, slug=title.lower()), parent)


def path_of(page):
    return urlsplit(page.url).path


def section_on(client, page):
    """The heading; of each entry its words, its path, whether it is this page."""
    found = BeautifulSoup(client.get(page.url).text, "html.parser")
    nav = found.select_one(".iv-section-nav")
    if nav is None:
        return None
    links = [(a.text, a["href"], a.get("aria-current")) for a in nav.select("a")]
    return nav.h2.text, links


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_page_leads_to_the_one_above_it_and_to_those_beside_it(language, client_at):
    site = make_service("gwynedd")
    heading, title = NAMES[language]
    about = page_under(home_of(site, language), title.replace(" ", "-"))
    first, second, hidden = (
        page_under(about, name) for name in ("One", "Two", "Three")
    )
    page_under(first, "Deeper")
    hidden.unpublish()

    assert section_on(client_at(site), second) == (
        heading,
        [
            (about.title, path_of(about), None),
            ("One", path_of(first), None),
            ("Two", path_of(second), "page"),
        ],
    )
    assert section_on(client_at(site), about) is None


def test_a_page_that_is_alone_under_another_shows_no_section(client_at):
    site = make_service("gwynedd")
    about = page_under(home_of(site, "en"), "About")

    assert section_on(client_at(site), page_under(about, "Alone")) is None


def test_the_section_costs_no_query_however_many_pages_it_has(
    client_at, django_assert_num_queries
):
    site = make_service("gwynedd")
    about = page_under(home_of(site, "en"), "About")
    first = page_under(about, "One")
    client = client_at(site)
    client.get(first.url)
    with django_assert_num_queries(5):
        client.get(first.url)

    for name in ("Two", "Three", "Four"):
        page_under(about, name)
    client.get(first.url)

    with django_assert_num_queries(5):
        client.get(first.url)
