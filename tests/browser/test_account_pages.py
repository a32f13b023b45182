"""Every page of the account: accessible, no wider than a phone, in both languages."""

import pytest
from allauth.mfa.models import Authenticator

from cms.roles import Role
from tests.browser.fixtures import ENGLISH_WHERE_THERE_IS_TIME, PHONE, look_at
from tests.browser.keys import give_key
from tests.entry.codes import code_of, give_app
from tests.factories import make_service, make_staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OUTSIDE = [
    "/account/login/",
    "/account/inactive/",
    "/account/password/reset/",
    "/account/password/reset/sent/",
    "/account/password/reset/done/",
    "/account/password/reset/1-nothing/",
]
INSIDE = [
    "/account/second-factor/",
    "/account/second-factor/app/remove/",
    "/account/second-factor/codes/",
    "/account/second-factor/codes/new/",
    "/account/second-factor/confirm/",
    "/account/passkeys/",
    "/account/passkeys/{passkey}/name/",
    "/account/passkeys/{passkey}/remove/",
    "/account/passkeys/confirm/",
    "/account/confirm/",
    "/account/password/change/",
    "/account/logout/",
]


def look_in(language, page):
    assert page.locator("html").get_attribute("lang") == language, page.url
    look_at(page)


def submit(page):
    page.click("main form:first-of-type button[type=submit]")


@pytest.mark.parametrize("language", ENGLISH_WHERE_THERE_IS_TIME)
def test_every_page_of_the_account_is_accessible_and_fits(
    visitor, address_of, language
):
    gwynedd = make_service("gwynedd")
    person = make_staff(gwynedd, Role.COORDINATOR, preferred_language=language)
    address = address_of(gwynedd)
    page = visitor(width=PHONE)
    give_key(page)
    page.goto(f"{address}/account/language/{language}/?next=/account/login/")
    for path in OUTSIDE:
        page.goto(address + path)
        look_in(language, page)
    page.goto(f"{address}/account/login/")
    submit(page)
    look_in(language, page)  # With its errors.
    page.fill("input[name=login]", person.email)
    page.fill("input[name=password]", "password")
    submit(page)
    page.goto(f"{address}/account/second-factor/app/add/")
    look_in(language, page)
    page.goto(f"{address}/account/passkeys/add/")
    look_in(language, page)
    page.click("[data-passkey-button]")
    page.wait_for_url(f"{address}/account/second-factor/codes/")
    look_in(language, page)
    secret = give_app(person)
    passkey = Authenticator.objects.get(user=person, type="webauthn")
    for path in INSIDE:
        page.goto(address + path.format(passkey=passkey.pk))
        look_in(language, page)
    page.goto(f"{address}/account/logout/")
    submit(page)
    page.fill("input[name=login]", person.email)
    page.fill("input[name=password]", "password")
    submit(page)
    look_in(language, page)  # The second step.
    page.fill("input[name=code]", code_of(secret))
    submit(page)
    page.wait_for_url(f"{address}/admin/")


def test_a_person_sets_up_an_app_without_scripts(visitor, address_of, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    gwynedd = make_service("gwynedd")
    person = make_staff(gwynedd, Role.COORDINATOR, preferred_language="en")
    address = address_of(gwynedd)
    page = visitor(width=PHONE, scripts=False)
    page.goto(f"{address}/admin/")
    page.fill("input[name=login]", person.email)
    page.fill("input[name=password]", "password")
    submit(page)
    page.get_by_role("link", name="Set up an authenticator app").click()

    page.fill("input[name=code]", code_of(page.locator(".entry-secret").inner_text()))
    submit(page)

    assert page.url == f"{address}/account/second-factor/codes/"
    assert page.locator(".entry-codes li").count() == 10
    page.get_by_role("button", name="Continue to your work").click()
    assert page.url == f"{address}/admin/"
