"""Redirects belong to a service: listed, made, changed and imported for it alone."""

import io

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from cms.roles import Role
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_staff, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def redirects(two_authorities):
    return [
        Redirect.objects.create(
            site=site,
            old_path=f"/old-{site.hostname}",
            redirect_link="https://x.example/",
        )
        for site in two_authorities
    ]


@pytest.fixture
def editor(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    return client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))


@pytest.mark.parametrize("query", ["", "?export=csv", "?q=old", "?site=2"])
def test_the_list_and_the_export_hold_ones_own_alone(editor, redirects, query):
    answer = editor.get(reverse("wagtailredirects:index") + query)
    shown = (
        b"".join(answer.streaming_content) if answer.streaming else answer.content
    ).decode()

    assert ("/old-gwynedd" in shown, "devon" in shown) == (True, False)


@pytest.mark.parametrize("name", ["edit", "delete"])
def test_anothers_redirect_is_not_found(editor, redirects, name):
    codes = [
        editor.get(reverse(f"wagtailredirects:{name}", args=[one.pk])).status_code
        for one in redirects
    ]
    sent = editor.post(reverse(f"wagtailredirects:{name}", args=[redirects[1].pk]))

    assert (codes, sent.status_code) == ([200, 404], 404)
    assert Redirect.objects.filter(pk=redirects[1].pk).exists()


def test_a_redirect_leads_nobody_to_the_service_above_its_homes(
    two_authorities, editor
):
    gwynedd, _devon = two_authorities
    home = home_of(gwynedd, "en")
    add = reverse("wagtailredirects:add")
    facts = {"old_path": "/old", "redirect_link": ""}

    refused = editor.post(add, {**facts, "redirect_page": home.get_parent().pk})
    editor.post(add, {**facts, "redirect_page": home.pk})

    assert "This page has no address of its own. Choose one below it." in refused.text
    assert Redirect.objects.get().redirect_page_id == home.pk


def test_a_new_redirect_is_the_hosts_and_leads_to_its_own_pages(
    two_authorities, editor
):
    gwynedd, devon = two_authorities
    mine, theirs = (
        publish(StandardPage(title="T", slug="t"), home_of(site, "en"))
        for site in two_authorities
    )
    add = reverse("wagtailredirects:add")

    for page, path in ((mine, "/a"), (theirs, "/b"), (mine, "/a/")):
        editor.post(add, {"old_path": path, "redirect_page": page.pk, "site": devon.pk})

    made = Redirect.objects.values_list("old_path", "site", "redirect_page")
    assert list(made) == [("/a", gwynedd.pk, mine.pk)]


def test_an_import_is_the_hosts_whatever_is_posted(two_authorities, editor):
    gwynedd, devon = two_authorities
    file = io.BytesIO(b"from,to\n/a,https://x.example/\n")
    file.name = "redirects.csv"

    asked = editor.post(reverse("wagtailredirects:start_import"), {"import_file": file})
    form = asked.context["form"]
    editor.post(
        reverse("wagtailredirects:process_import"),
        {
            "import_file_name": form.initial["import_file_name"],
            "input_format": form.initial["input_format"],
            "from_index": "0",
            "to_index": "1",
            "site": devon.pk,
        },
    )

    assert "devon" not in asked.text.lower()
    assert [one.site for one in Redirect.objects.all()] == [gwynedd]


def test_an_import_of_nothing_or_of_what_we_did_not_name_is_a_bad_request(editor):
    url = reverse("wagtailredirects:process_import")
    made_up = {"import_file_name": "passwd", "input_format": "0"}

    assert [editor.post(url, data).status_code for data in ({}, made_up)] == [400, 400]


def test_an_import_that_is_sent_twice_asks_for_the_file_again(editor):
    file = io.BytesIO(b"from,to\n/old/,https://example.org/\n")
    file.name = "x.csv"
    form = editor.post(
        reverse("wagtailredirects:start_import"), {"import_file": file}
    ).context["form"]
    confirmed = {**form.initial, "from_index": "0", "to_index": "1"}
    url = reverse("wagtailredirects:process_import")

    answers = [editor.post(url, confirmed) for _time in range(2)]

    assert [answer.headers["Location"] for answer in answers] == [
        reverse("wagtailredirects:index"),
        reverse("wagtailredirects:start_import"),
    ]
    assert Redirect.objects.count() == 1


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.TRANSLATOR])
def test_who_publishes_no_pages_has_no_redirects(two_authorities, client_at, role):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, role))
    names = ("index", "add", "start_import")

    codes = [client.get(reverse(f"wagtailredirects:{n}")).status_code for n in names]

    assert codes == [404, 404, 404]
