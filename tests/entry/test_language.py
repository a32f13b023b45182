"""The language of the account's pages."""

import pytest

from cms.roles import Role
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
CHOOSE = "/account/language/{}/?next=/account/password/change/"


def spoken(client, path="/account/password/change/"):
    answer = client.get(path)
    assert f'<html lang="{answer.headers["Content-Language"]}"' in answer.text
    return answer.headers["Content-Language"]


@pytest.mark.parametrize("preferred", ["en", "cy"])
def test_somebody_signed_in_reads_what_they_prefer(gwynedd, client_at, preferred):
    client = client_at(
        gwynedd, make_staff(gwynedd, Role.EDITOR, preferred_language=preferred)
    )
    client.cookies["django_language"] = "en" if preferred == "cy" else "cy"

    assert spoken(client) == preferred


def test_what_they_set_in_the_admin_counts_on_pages_and_in_mails(gwynedd, client_at):
    person = make_staff(gwynedd, Role.EDITOR, preferred_language="en")
    person.wagtail_userprofile.preferred_language = "cy"
    person.wagtail_userprofile.save()

    assert spoken(client_at(gwynedd, person)) == "cy"
    person.refresh_from_db()
    assert person.preferred_language == "cy"  # The outbox writes in it.


def test_a_choice_on_the_page_wins_and_leads_back_to_it(gwynedd, client_at):
    client = client_at(
        gwynedd, make_staff(gwynedd, Role.EDITOR, preferred_language="en")
    )
    switch = client.get("/account/password/change/").text

    answer = client.get(CHOOSE.format("cy"))

    assert "/account/language/cy/?next=%2Faccount%2Fpassword%2Fchange%2F" in switch
    assert answer.headers["Location"] == "/account/password/change/"
    assert spoken(client) == "cy"


def test_before_sign_in_service_browser_and_choice_decide(gwynedd, client_at):
    client = client_at(gwynedd)
    path = "/account/login/"

    by_service = spoken(client, path)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    by_browser = spoken(client, path)
    client.get("/account/language/cy/?next=/account/login/")

    assert (by_service, by_browser, spoken(client, path)) == ("cy", "en", "cy")


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example"])
def test_a_choice_leads_to_no_other_host(gwynedd, client_at, elsewhere):
    answer = client_at(gwynedd).get(f"/account/language/cy/?next={elsewhere}")

    assert answer.headers["Location"] == "/cy/"


def test_there_are_two_languages(gwynedd, client_at):
    assert client_at(gwynedd).get("/account/language/fr/").status_code == 404
