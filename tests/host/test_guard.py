"""Another authority's pages, translations and settings are 404 in the admin."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from cms.roles import Role
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_staff, publish
from tests.host.files import collection_of

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
            reverse("wagtailsettings:edit", args=["cms", "themesettings", site.pk])
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


@pytest.mark.parametrize("action", ["delete", "move", "publish", "unpublish"])
def test_a_bulk_action_does_not_show_the_titles_of_anothers_pages(
    two_authorities, client_at, pages, action
):
    gwynedd, devon = two_authorities
    mine, theirs = pages
    client = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    queries = [
        f"?id={mine.pk}",
        f"?id={theirs.pk}",
        f"?id={mine.pk}&id={theirs.pk}",
        f"?id=all&childOf={home_of(gwynedd, 'en').pk}",
        f"?id=all&childOf={home_of(devon, 'en').pk}",
        "?id=all",
    ]

    answers = [client.get(url + query).status_code for query in queries]

    assert answers == [200, 404, 404, 200, 404, 404]


def test_a_bulk_action_does_not_show_the_titles_of_anothers_pictures(
    two_authorities, client_at
):
    gwynedd, devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))
    url = reverse("wagtail_bulk_action", args=["wagtailimages", "image", "delete"])
    pictures = [
        get_image_model().objects.create(
            title="Marker",
            file=get_test_image_file(),
            collection=collection_of(site),
        )
        for site in (gwynedd, devon)
    ]

    answers = [client.get(f"{url}?id={p.pk}").status_code for p in pictures]

    assert answers == [200, 404]


def test_a_link_for_a_new_password_leads_to_the_service_where_it_was_asked(
    two_authorities, client_at, mailoutbox, django_capture_on_commit_callbacks
):
    gwynedd, _devon = two_authorities
    person = make_staff(gwynedd, Role.EDITOR)
    url = reverse("account_reset_password")

    with django_capture_on_commit_callbacks(execute=True):
        client_at(gwynedd).post(url, {"email": person.email})
        elsewhere = Client(SERVER_NAME="elsewhere.example")
        refused = elsewhere.post(url, {"email": person.email})

    assert [mail.to for mail in mailoutbox] == [[person.email]]
    assert f"://{gwynedd.hostname}/account/password/reset/" in mailoutbox[0].body
    assert refused.status_code in (400, 404)


@pytest.mark.parametrize(
    "path", ["/admin/", "/admin/login/", "/admin/password_reset/", "/admin/nothing/"]
)
@pytest.mark.parametrize("signed_in", [False, True])
def test_there_is_no_admin_on_a_host_of_no_service(
    two_authorities, settings, path, signed_in
):
    settings.ALLOWED_HOSTS = ["*"]  # As in the demo.
    gwynedd, _devon = two_authorities
    here = Client(SERVER_NAME=gwynedd.hostname)
    nowhere = Client(SERVER_NAME="nobody.localhost")
    if signed_in:
        for client in (here, nowhere):
            client.force_login(make_staff(gwynedd, Role.MANAGER))

    assert nowhere.get(path).status_code == 404
    assert here.get("/admin/login/").status_code in (200, 302)


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_the_admin_api_lists_no_pictures_and_documents_of_all_authorities(
    two_authorities, client_at, kind
):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.COORDINATOR))

    assert client.get(f"/admin/api/main/{kind}/").status_code == 404
    assert client.get(f"/admin/api/main/{kind}/1/").status_code == 404


def test_what_no_page_asks_for_is_refused_before_anything_breaks(
    two_authorities, client_at, pages
):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    find = reverse("wagtailadmin_api:pages:find")
    asked = [
        ("/admin/choose-page/", {"q": "a\x00b"}),
        (find, {"id": "x"}),
        (find, {"id": pages[0].pk}),
        ("/admin/choose-page/", {"q": "Marker"}),
    ]

    answers = [client.get(path, query).status_code for path, query in asked]

    assert answers == [400, 400, 302, 200]
