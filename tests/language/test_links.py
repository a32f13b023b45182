"""From a page to the same page in the other language."""

import pytest
from django.test import RequestFactory
from django.urls import resolve
from django.utils.translation import override
from wagtail.models import Locale

from cms.language.links import hreflang_links, language_links, other_language
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_service, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(provisioned):
    return make_service("gwynedd")


def links_at(path, *, page=None, path_builder=None):
    request = RequestFactory().get(path, headers={"host": "gwynedd.localhost"})
    with override(path[1:3]):
        request.resolver_match = resolve(request.path_info)
        return language_links(request, page, path_builder)


def pair(site):
    english = publish(StandardPage(title="About", slug="about"), home_of(site, "en"))
    welsh = english.copy_for_translation(Locale.objects.get(language_code="cy"))
    welsh.title, welsh.slug = "Amdanom", "amdanom"
    welsh.save_revision()
    return english, welsh


def test_a_page_leads_to_its_pair_under_its_own_slug_with_the_query(site):
    english, welsh = pair(site)
    welsh.get_latest_revision().publish()

    links = links_at("/en/about/?tudalen=2", page=english)

    assert [(link.language, link.url, link.available) for link in links] == [
        ("en", "/en/about/?tudalen=2", True),
        ("cy", "/cy/amdanom/?tudalen=2", True),
    ]
    assert [link.is_current for link in links] == [True, False]
    assert [link.name for link in links] == ["English", "Cymraeg"]
    assert hreflang_links(links) == links


def test_a_page_nobody_published_in_the_other_language_has_no_pair(site):
    english, _welsh = pair(site)

    links = links_at("/en/about/?tudalen=2", page=english)

    other = other_language(links)
    assert (other.language, other.url, other.available) == ("cy", "/cy/", False)
    assert hreflang_links(links) == []


def test_a_pair_of_another_service_is_no_pair(site):
    make_service("devon")
    english, welsh = pair(site)
    welsh.get_latest_revision().publish()
    request = RequestFactory().get("/en/about/", headers={"host": "devon.localhost"})
    request.resolver_match = resolve("/en/about/")

    with override("en"):
        links = language_links(request, english)

    assert other_language(links).available is False


def test_a_step_goes_by_the_path_its_view_gives(site):
    links = links_at("/cy/cais/enw/?o=1", path_builder=lambda code: f"/{code}/x/name/")

    assert other_language(links).url == "/en/x/name/?o=1"
    assert links_at("/cy/cais/", path_builder=lambda code: None)[0].available is False


def test_an_address_where_nothing_stands_leads_home(site):
    other = other_language(links_at("/cy/dim-byd/"))

    assert (other.url, other.available) == ("/en/", False)


@pytest.mark.parametrize(
    ("here", "there"),
    [("/cy/chwilio/?q=x", "/en/search/?q=x"), ("/en/search/", "/cy/chwilio/")],
)
def test_a_view_with_a_translated_path_leads_to_its_own_translation(site, here, there):
    other = other_language(links_at(here))

    assert (other.url, other.available) == (there, True)


def test_a_view_keeps_its_path_under_the_other_prefix(site):
    request = RequestFactory().get(
        "/cy/services/x/y/?q=%C5%B5", headers={"host": "a.test"}
    )
    match = {"view_name": "plugins:x:y", "args": (), "kwargs": {}}
    request.resolver_match = type("Match", (), match)()

    with override("cy"):
        english, welsh = language_links(request)

    assert (english.url, english.available) == ("/en/services/x/y/?q=%C5%B5", True)
    assert welsh.is_current


def test_a_choice_can_be_remembered_on_the_way(site):
    other = other_language(links_at("/cy/?a=1"))

    assert other.remembered_url == "/language/en/?next=%2Fen%2F"
