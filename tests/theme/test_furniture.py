"""What stands around every page."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation
from django.utils.text import slugify

from cms.models import StarterKey
from cms.theme import furniture
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, publish


def page_at(client, path: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(path).content, "html.parser")


def standard_page(site, title: str, **facts) -> StandardPage:
    page = StandardPage(title=title, slug=slugify(title), **facts)
    return publish(page, home_of(site, "en"))


class Forbidden:
    """Stands for what a public page must not touch."""

    def __getattr__(self, name):
        raise AssertionError(f"a public page read {name}")


@pytest.mark.django_db
def test_a_page_speaks_its_own_language_and_leads_to_the_other(
    two_authorities, client_at
):
    gwynedd, _devon = two_authorities
    page = page_at(client_at(gwynedd), "/cy/")

    [link] = page.select(".govuk-language-navigation a")
    assert page.html["lang"] == "cy"
    assert (link["lang"], link["hreflang"], link["href"]) == ("en", "en", "/en/")
    assert (
        page.select_one(".govuk-language-navigation [aria-current]").text == "Cymraeg"
    )
    assert page_at(client_at(gwynedd), "/en/").html["lang"] == "en"


@pytest.mark.django_db
def test_a_page_has_one_h1_one_main_and_a_way_past_the_menu(two_authorities, client_at):
    page = page_at(client_at(two_authorities[0]), "/en/")

    skip = page.select_one(".govuk-skip-link")
    assert len(page.select("h1")) == 1
    assert page.select_one(skip["href"]).name == "main"
    assert page.body.find(True, recursive=False).name == "script"
    assert page.title.text.endswith("Gwynedd Independent Visitors")


@pytest.mark.django_db
def test_every_page_says_what_to_do_about_a_worry(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    worried = page_at(client_at(gwynedd), "/en/").select_one(".iv-worried")

    numbers = [link["href"] for link in worried.select("a")]
    assert "999" in worried.text
    assert numbers == ["tel:01632960102", "tel:01632960103", "tel:01632960104"]
    assert worried.find("form") is None


@pytest.mark.django_db
def test_the_menu_holds_shown_pages_of_this_language_under_the_home(
    two_authorities, rf
):
    gwynedd, devon = two_authorities
    shown = standard_page(gwynedd, "Become a visitor", show_in_menus=True)
    standard_page(gwynedd, "Complaints", show_in_menus=False)
    standard_page(devon, "Devon's own", show_in_menus=True)

    def menu_in(language):
        request = rf.get(shown.get_url(), SERVER_NAME=gwynedd.hostname)
        with translation.override(language):
            return furniture.links_of(request)["menu"]

    assert menu_in("en") == [
        {
            "text": "Become a visitor",
            "href": "/en/become-a-visitor/",
            "current": True,
            "active": True,
        }
    ]
    assert menu_in("cy") == []


@pytest.mark.django_db
def test_the_footer_leads_to_the_pages_every_service_must_have(two_authorities, rf):
    gwynedd, _devon = two_authorities
    for key, in_menu in [("privacy", False), ("contact", False), ("faq", True)]:
        page = standard_page(gwynedd, key.title(), show_in_menus=in_menu)
        StarterKey.objects.create(page=page, key=key)
    standard_page(gwynedd, "A page of our own")

    links = furniture.links_of(rf.get("/en/", SERVER_NAME=gwynedd.hostname))

    assert links["footer_links"] == [
        {"text": "Contact", "href": "/en/contact/"},
        {"text": "Privacy", "href": "/en/privacy/"},
        {"text": "A to Z", "href": "/en/a-to-z/"},
        {"text": "Site map", "href": "/en/site-map/"},
    ]
    assert [item["text"] for item in links["menu"]] == ["Faq"]


@pytest.mark.django_db
def test_rooms_above_the_host_add_what_they_know(two_authorities, rf, monkeypatch):
    monkeypatch.setattr(furniture, "_providers", [])
    asked = []

    @furniture.register_furniture
    def names(site, language):
        asked.append((site, language))
        return {"service_name": f"{site.site_name} ({language})"}

    gwynedd, _devon = two_authorities
    request = rf.get("/cy/", SERVER_NAME=gwynedd.hostname)
    with translation.override("cy"):
        once = furniture.furniture_of(request)
        again = furniture.furniture_of(request)

    assert once["service_name"] == "Gwynedd Independent Visitors (cy)"
    assert again is once
    assert asked == [(gwynedd, "cy")]


@pytest.mark.django_db
def test_the_furniture_costs_few_queries_and_neither_user_nor_session(
    two_authorities, rf, django_assert_max_num_queries
):
    gwynedd, _devon = two_authorities
    furniture.furniture_of(rf.get("/en/", SERVER_NAME=gwynedd.hostname))
    request = rf.get("/en/", SERVER_NAME=gwynedd.hostname)
    request.user = request.session = Forbidden()

    with django_assert_max_num_queries(7):
        gathered = furniture.furniture_of(request)

    assert gathered["site"] == gwynedd


@pytest.mark.django_db
def test_an_unknown_host_hears_both_languages():
    answer = Client(SERVER_NAME="nobody.localhost").get("/cy/rhywbeth/")

    text = answer.content.decode()
    assert answer.status_code == 404
    assert "Nid oes gwasanaeth yn y cyfeiriad hwn" in text
    assert "There is no service at this address" in text


@pytest.mark.django_db
def test_a_missing_page_keeps_the_shell_of_its_site(two_authorities, client_at):
    answer = client_at(two_authorities[0]).get("/en/nothing-here/")

    assert answer.status_code == 404
    assert "Page not found" in answer.content.decode()
    assert "Gwynedd Independent Visitors" in answer.content.decode()


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_pages_of_last_resort_need_no_database_and_speak_both_languages(name):
    page = BeautifulSoup(render_to_string(name), "html.parser")

    assert [part["lang"] for part in page.select("section")] == ["cy", "en"]
    assert len(page.select("h1")) == 1
    assert "999" in page.text


@pytest.mark.django_db
@pytest.mark.parametrize("demo", [True, False])
def test_only_a_demonstration_says_that_it_is_one(
    two_authorities, client_at, settings, demo
):
    settings.DEMO = demo
    page = page_at(client_at(two_authorities[0]), "/en/")

    assert bool(page.select(".iv-demo")) is demo
    assert bool(page.select('meta[name="robots"]')) is demo


@pytest.mark.django_db
def test_a_form_with_errors_says_so_in_the_title(rf):
    from cms.theme.forms import GovukForm, TextField

    class Name(GovukForm):
        name = TextField(label="Your name?", missing="Enter your name")

    def page(form):
        request = rf.get("/en/x/")
        request.user = AnonymousUser()
        html = render_to_string("cms/form_page.html", {"form": form}, request)
        return BeautifulSoup(html, "html.parser")

    wrong, right = page(Name({"name": ""})), page(Name())

    assert wrong.title.text.startswith("Error: ")
    assert not right.title.text.startswith("Error")
    assert wrong.main.find("h2").text.strip() == "There is a problem"
    assert len(wrong.select("h1")) == len(right.select("h1")) == 1
    assert wrong.form.has_attr("novalidate")
