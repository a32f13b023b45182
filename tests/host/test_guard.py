"""Another authority's pages, translations and settings are 404 in the admin."""

import pytest
from django.urls import reverse

from cms.roles import Role
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_staff, publish

pytestmark = pytest.mark.django_db

PAGE_URLS = ["edit", "usage", "history", "delete", "unpublish", "view_draft", "copy"]


@pytest.fixture
def pages(two_authorities):
    return [
        publish(StandardPage(title="Marker", slug="un"), home_of(site, "en"))
        for site in two_authorities
    ]


@pytest.mark.parametrize("name", PAGE_URLS)
def test_an_editor_reaches_their_own_page_and_not_anothers(
    two_authorities, client_at, pages, name
):
    gwynedd, _devon = two_authorities
    mine, theirs = pages
    client = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))
    urls = [reverse(f"wagtailadmin_pages:{name}", args=[p.pk]) for p in (mine, theirs)]

    answers = [client.get(url).status_code for url in urls]

    assert answers[0] in (200, 302)
    assert answers[1] == 404


def test_posting_to_anothers_page_changes_nothing(two_authorities, client_at, pages):
    gwynedd, _devon = two_authorities
    _mine, theirs = pages
    client = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))
    url = reverse("wagtailadmin_pages:edit", args=[theirs.pk])

    answer = client.post(url, {"title": "Taken", "slug": "un"})

    theirs.refresh_from_db()
    assert (answer.status_code, theirs.title) == (404, "Marker")


def test_anothers_page_cannot_be_translated(two_authorities, client_at, pages):
    gwynedd, _devon = two_authorities
    mine, theirs = pages
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))

    answers = [
        client.get(reverse("wagtail_localize:submit_page_translation", args=[p.pk]))
        for p in (mine, theirs)
    ]

    assert [answer.status_code for answer in answers] == [200, 404]


def test_settings_open_for_ones_own_service_only(two_authorities, client_at):
    gwynedd, devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))

    answers = [
        client.get(
            reverse("wagtailsettings:edit", args=["authorities", "service", site.pk])
        )
        for site in (gwynedd, devon)
    ]

    assert [answer.status_code for answer in answers] == [200, 404]


def test_the_page_chooser_offers_ones_own_pages_only(two_authorities, client_at, pages):
    gwynedd, devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    url = reverse("wagtailadmin_choose_page_search")

    found = client.get(url, {"q": "Marker"}).content.decode()

    assert f'data-id="{pages[0].pk}"' in found or str(pages[0].pk) in found
    assert reverse("wagtailadmin_pages:edit", args=[pages[1].pk]) not in found
    theirs = reverse("wagtailadmin_choose_page_child", args=[home_of(devon, "en").pk])
    assert client.get(theirs).status_code == 404
