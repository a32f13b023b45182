"""Passkeys in a real browser: added, used instead of a password, used beside one."""

import pytest
from allauth.mfa.models import Authenticator

from cms.roles import Role
from tests.browser.keys import give_key
from tests.browser.signing_in import sign_in
from tests.factories import make_service, make_staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def person():
    gwynedd = make_service("gwynedd")
    return make_staff(gwynedd, Role.COORDINATOR, preferred_language="en")


@pytest.fixture
def address(person, address_of):
    return address_of(make_service("gwynedd"))


@pytest.fixture
def page(visitor):
    page = visitor()
    give_key(page)
    return page


def add_passkey(page, address):
    page.goto(f"{address}/account/passkeys/add/")
    page.fill("input[name=name]", "Work laptop")
    page.click("[data-passkey-button]")
    page.wait_for_url(f"{address}/account/second-factor/codes/")


def sign_out(page, address):
    page.goto(f"{address}/account/logout/")
    page.click("main form button[type=submit]")
    page.wait_for_url(f"{address}/account/login/")


def test_a_passkey_is_added_and_signs_in_without_a_password(
    page, address, person, settings
):
    settings.SECOND_FACTOR_REQUIRED = True
    page.goto(f"{address}/admin/login/")
    page.fill("input[name=login]", person.email)
    page.fill("input[name=password]", "password")
    page.click("main form:first-of-type button[type=submit]")
    page.wait_for_url(f"{address}/account/second-factor/**")
    add_passkey(page, address)
    assert page.locator(".entry-codes li").count() == 10
    sign_out(page, address)

    page.goto(f"{address}/account/login/?next=/admin/account/")
    page.click("[data-passkey-button]")
    page.wait_for_url(f"{address}/admin/account/")

    passkey = Authenticator.objects.get(user=person, type="webauthn")
    assert (passkey.wrap().name, passkey.wrap().is_passwordless) == (
        "Work laptop",
        True,
    )


def test_a_passkey_is_the_second_step_after_a_password(page, address, person):
    sign_in(page, address, person)
    add_passkey(page, address)
    sign_out(page, address)
    page.fill("input[name=login]", person.email)
    page.fill("input[name=password]", "password")
    page.click("main form:first-of-type button[type=submit]")
    page.wait_for_url(f"{address}/account/second-factor/enter/")

    page.click("[data-passkey-button]")

    page.wait_for_url(f"{address}/admin/")


def test_a_key_that_nobody_added_lets_nobody_in(page, address, visitor, person):
    page.goto(f"{address}/account/login/")
    page.click("[data-passkey-button]")

    page.wait_for_selector("[data-passkey-failed]:not([hidden])")
    assert page.url == f"{address}/account/login/"


def test_a_passkey_is_renamed_and_removed(page, address, person):
    sign_in(page, address, person)
    add_passkey(page, address)
    page.goto(f"{address}/account/passkeys/")
    page.get_by_role("link", name="Rename").click()
    page.fill("input[name=name]", "Old laptop")
    page.click("main form button[type=submit]")
    page.wait_for_url(f"{address}/account/passkeys/")
    assert page.get_by_text("Old laptop").count() >= 1

    page.get_by_role("link", name="Remove Old laptop").click()
    page.click("main form button[type=submit]")
    page.wait_for_url(f"{address}/account/passkeys/")

    assert not Authenticator.objects.filter(user=person).exists()


def test_the_last_passkey_of_who_must_have_one_stays(page, address, person, settings):
    sign_in(page, address, person)
    add_passkey(page, address)
    settings.SECOND_FACTOR_REQUIRED = True
    passkey = Authenticator.objects.get(user=person, type="webauthn")

    page.goto(f"{address}/account/passkeys/{passkey.pk}/remove/")
    page.click("main form button[type=submit]")

    page.wait_for_selector("text=You need at least one second factor")
    assert Authenticator.objects.filter(pk=passkey.pk).exists()


def test_without_scripts_a_passkey_says_what_it_needs(address, visitor):
    page = visitor(scripts=False)
    page.goto(f"{address}/account/login/")

    assert page.locator("noscript p").is_visible()
    assert "Passkeys need JavaScript" in page.content()
    assert not page.locator("[data-passkey-button]").is_visible()
    assert page.locator("input[name=password]").is_visible()
