"""Screens about services and closed pages, on phone and desk, in both languages."""

import pytest
from django.urls import reverse

from cms.roles import Role
from cms.suspension import suspend
from sites.hosts import Kind, add_name
from tests.browser.fixtures import ENGLISH_WHERE_THERE_IS_TIME, look_at
from tests.browser.signing_in import sign_in
from tests.factories import make_hub, make_service, make_staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("language", ENGLISH_WHERE_THERE_IS_TIME)
def test_the_screens_about_services_are_accessible_and_fit(
    visitor, address_of, language
):
    gwynedd, hub = make_service("gwynedd"), make_hub()
    alias = add_name(
        site=gwynedd, hostname="ymwelydd.localhost", language="cy", kind=Kind.SERVES
    )
    suspend(site=make_service("devon"), reason="Reorganised")
    owen = make_staff(hub, Role.NETWORK_ADMIN, preferred_language=language)
    page = sign_in(visitor(), address_of(hub), owen)

    for name in ("services", "own_addresses"):
        page.goto(address_of(hub) + reverse(name))
        look_at(page)
    for name in ("addresses", "suspend", "resume", "rename"):
        page.goto(address_of(hub) + reverse(f"service_{name}", args=[gwynedd.pk]))
        look_at(page)
    page.locator("[name=name_en]").fill("Snowdonia Visitors")
    page.locator("main form button[type=submit]").last.click()
    page.locator("[name=confirmed]").wait_for()
    look_at(page)
    remove = reverse("service_address_remove", args=[gwynedd.pk, alias.pk])
    page.goto(address_of(hub) + remove)
    look_at(page)


def test_closed_and_unknown_addresses_are_accessible_and_fit(
    running_browser, address_of
):
    gwynedd, hub = make_service("gwynedd"), make_hub()
    at_hub, here = address_of(hub), address_of(gwynedd)
    suspend(site=gwynedd, reason="x", message_en="Back soon.", message_cy="Yn ôl.")
    context = running_browser.new_context()  # A visitor's would not have a 503.
    page = context.new_page()

    page.goto(f"{here}/cy/")
    assert "Yn ôl." in page.locator("main").inner_text()
    look_at(page)
    page.locator("header a[hreflang=en], header a[lang=en]").first.click()
    assert "Back soon." in page.locator("main").inner_text()
    look_at(page)
    page.goto(here.replace("gwynedd", "nobody"))
    look_at(page)
    page.locator("main a").last.click()
    assert page.url.startswith(at_hub)
    context.close()
