"""Cases keyed in by staff, in a browser: a call by keyboard alone, a form on paper."""

import time

import pytest
from playwright.sync_api import expect

from cms.roles import Role
from forms.casework.models import Case
from tests.browser.fixtures import PHONE, assert_fits, look_at
from tests.browser.signing_in import sign_in
from tests.casework.factories import make_case, url
from tests.factories import make_service, make_staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HALF_A_MINUTE = 30


def test_a_call_is_keyed_in_by_keyboard_in_welsh_within_half_a_minute(
    visitor, address_of
):
    gwynedd = make_service("gwynedd")
    make_case(gwynedd)
    gethin = make_staff(
        gwynedd, Role.COORDINATOR, first_name="Gethin", preferred_language="cy"
    )
    page = sign_in(visitor(), address_of(gwynedd), gethin)
    page.goto(address_of(gwynedd) + url("index"))
    began = time.monotonic()
    page.get_by_role("link", name="Ffoniodd rhywun").focus()

    page.keyboard.press("Enter")
    expect(page.get_by_label("Eu henw")).to_be_focused()
    page.keyboard.type("Llŷr ap Rhys")
    page.keyboard.press("Tab")
    page.keyboard.type("07700 900456")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    look_at(page)
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_contain_text("Dros y ffôn. Cofnodwyd gan Gethin")
    assert time.monotonic() - began < HALF_A_MINUTE
    case = Case.objects.get(arrival__by=gethin)
    assert (case.display_name, case.spoken_language) == ("Llŷr ap Rhys", "cy")


def test_without_scripts_nothing_lies_over_the_form_on_a_phone(visitor, address_of):
    gwynedd = make_service("gwynedd")
    gethin = make_staff(gwynedd, Role.COORDINATOR, preferred_language="cy")
    page = sign_in(visitor(width=PHONE, scripts=False), address_of(gwynedd), gethin)
    page.goto(address_of(gwynedd) + url("call"))
    page.get_by_label("Eu henw").fill("Llŷr ap Rhys")
    page.get_by_label("Rhif ffôn").fill("07700 900456")
    page.get_by_text("Cymraeg", exact=True).click()

    page.get_by_role("button", name="Cadw ac agor yr achos").click()

    expect(page.locator("#main")).to_contain_text("Dros y ffôn")
    expect(page.locator("#wagtail-sidebar")).to_be_hidden()
    assert_fits(page)


def test_a_form_on_paper_is_accessible_with_all_that_can_be_wrong(visitor, address_of):
    gwynedd = make_service("gwynedd")
    gethin = make_staff(gwynedd, Role.COORDINATOR, preferred_language="cy")
    page = sign_in(visitor(), address_of(gwynedd), gethin)
    page.goto(address_of(gwynedd) + url("paper"))
    page.get_by_label("Eich enw").fill("Llŷr ap Rhys")

    page.get_by_role("button", name="Cadw ac agor yr achos").click()

    expect(page.get_by_role("alert").first).to_contain_text("Dewiswch sut y daeth")
    expect(page.get_by_label("Eich enw")).to_have_value("Llŷr ap Rhys")
    look_at(page)
    assert not Case.objects.exists()
