"""The language of an answer: by the address, else by what the reader would like."""

import pytest
from django.utils.translation import get_language

from tests.factories import make_service

pytestmark = pytest.mark.django_db
ENGLISH_BROWSER = {"Accept-Language": "en-US,en;q=0.9"}
WELSH_BROWSER = {"Accept-Language": "cy,en;q=0.5"}


@pytest.fixture
def ask(client, provisioned):
    make_service("gwynedd")
    make_service("devon")

    def ask(path, *, host="gwynedd.localhost", cookie="", **headers):
        if cookie:
            client.cookies["django_language"] = cookie
        return client.get(path, headers={"host": host, **headers})

    return ask


@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_address_speaks_its_own_language_whatever_the_browser_says(ask, language):
    answer = ask(f"/{language}/", **ENGLISH_BROWSER)

    assert answer.status_code == 200
    assert answer.headers["Content-Language"] == language
    assert f'lang="{language}"' in answer.text
    assert "Accept-Language" not in answer.headers.get("Vary", "")


def test_a_404_is_never_redirected(ask):
    assert ask("/nothing/", **WELSH_BROWSER).status_code == 404
    assert ask("/cy/dim/").status_code == 404
    assert ask("/admin/nothing/").status_code in {302, 404}
    assert not ask("/admin/nothing/").headers.get("Location", "").startswith("/cy/")


def test_an_address_without_a_language_follows_the_reader(ask):
    answer = ask("/admin/login/", **WELSH_BROWSER)

    assert answer.headers["Content-Language"] == "cy"
    assert "Accept-Language" in answer.headers["Vary"]
    assert "Cookie" in answer.headers["Vary"]


@pytest.mark.parametrize(
    ("host", "cookie", "headers", "home"),
    [
        ("gwynedd.localhost", "", {}, "/cy/"),
        ("devon.localhost", "", {}, "/en/"),
        ("gwynedd.localhost", "", ENGLISH_BROWSER, "/en/"),
        ("devon.localhost", "", WELSH_BROWSER, "/cy/"),
        ("devon.localhost", "", {"Accept-Language": "fr,de"}, "/en/"),
        ("gwynedd.localhost", "", {"Accept-Language": "fr"}, "/cy/"),
        ("gwynedd.localhost", "", {"Accept-Language": "\x00;;q=x,*"}, "/cy/"),
        ("devon.localhost", "", {"Accept-Language": "fr,cy;q=0"}, "/en/"),
        ("gwynedd.localhost", "", {"Accept-Language": "fr,en;q=0"}, "/cy/"),
        ("devon.localhost", "cy", ENGLISH_BROWSER, "/cy/"),
        ("devon.localhost", "klingon", ENGLISH_BROWSER, "/en/"),
        ("testserver", "", {}, "/en/"),
    ],
)
def test_the_root_sends_a_reader_to_their_language(ask, host, cookie, headers, home):
    answer = ask("/", host=host, cookie=cookie, **headers)

    assert (answer.status_code, answer.headers["Location"]) == (302, home)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert {"Cookie", "Accept-Language"} <= set(answer.headers["Vary"].split(", "))


def test_a_choice_is_remembered_and_leads_to_the_page(ask):
    answer = ask("/language/cy/?next=/cy/cais/?cam=2", **ENGLISH_BROWSER)

    assert answer.headers["Location"] == "/cy/cais/?cam=2"
    assert answer.cookies["django_language"].value == "cy"
    assert ask("/", **ENGLISH_BROWSER).headers["Location"] == "/cy/"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""]
)
def test_a_choice_never_leads_to_another_site(ask, elsewhere):
    answer = ask(f"/language/en/?next={elsewhere}")

    assert answer.headers["Location"] == "/en/"


def test_a_language_nobody_offers_is_not_found(ask):
    assert ask("/language/fr/").status_code == 404


def test_one_request_does_not_speak_the_language_of_the_last(ask):
    ask("/cy/")
    ask("/en/")

    assert get_language() == "en"
