"""The People screens and an invitation, on a phone and on a desk, in both languages."""

import pytest

from cms.menus import Entry
from cms.roles import Role
from sites.memberships import grant
from sites.menus.arranging import arrange
from sites.models import Authority, Service
from sites.register import load_register
from tests.browser.fixtures import ENGLISH_WHERE_THERE_IS_TIME, PHONE, look_at
from tests.browser.signing_in import sign_in
from tests.casework.factories import make_case
from tests.factories import make_hub, make_service, make_staff
from tests.staff.factories import (
    INVITE,
    LIST,
    PASSWORD,
    mail_to,
    make_invitation,
    path_of,
    person_url,
    remove_url,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def places():
    """Gwynedd, Devon and the hub, the first two their authorities' own."""
    load_register()
    sites = {name: make_service(name) for name in ("gwynedd", "devon")}
    for name, site in sites.items():
        authority = Authority.objects.get(slug=name)
        Service.objects.filter(site=site).update(authority=authority)
    return sites["gwynedd"], sites["devon"], make_hub()


@pytest.mark.parametrize("language", ENGLISH_WHERE_THERE_IS_TIME)
def test_every_screen_is_accessible_and_fits(visitor, address_of, places, language):
    from forms.casework.services import assign_case

    gwynedd, devon, hub = places
    mair = make_staff(
        gwynedd, Role.MANAGER, first_name="Mair", preferred_language=language
    )
    gethin = make_staff(gwynedd, Role.COORDINATOR, first_name="Gethin")
    for site, role in ((devon, Role.COORDINATOR), (hub, Role.NETWORK_ADMIN)):
        grant(user=mair, site=site, role=role)
    assign_case(case=make_case(gwynedd), to=gethin, by=mair)
    invitation = make_invitation(gwynedd, by=mair)
    link = Entry(url="https://example.org/", en="Elsewhere", cy="Man arall")
    arrange(site=gwynedd, entries=[link], by=mair)
    for site in (devon, hub):
        address_of(site)  # Served, so that the links to them lead there.
    page = sign_in(visitor(), address_of(gwynedd), mair)
    here = page.locator(".iv-places__here").inner_text()

    for path in (
        *("/admin/", LIST, INVITE, person_url(gethin), remove_url(gethin)),
        *(f"/admin/staff/invitations/{invitation.pk}/withdraw/", "/admin/site-menu/"),
    ):
        page.goto(address_of(gwynedd) + path)
        page.locator(".iv-places summary").click()
        look_at(page)
    assert here == (
        "Rydych chi yng Ngwynedd" if language == "cy" else "You are in Gwynedd"
    )
    page.goto(page.locator(".iv-places a").first.get_attribute("href"))
    assert "account/login" in page.url


@pytest.mark.parametrize("language", ENGLISH_WHERE_THERE_IS_TIME)
def test_the_screens_of_the_hub_are_accessible_and_fit(
    visitor, address_of, places, language
):
    _gwynedd, _devon, hub = places
    owen = make_staff(hub, Role.NETWORK_ADMIN, preferred_language=language)
    page = sign_in(visitor(), address_of(hub), owen)

    for path in ("services/", f"services/{places[0].pk}/", "lost-factor/"):
        page.goto(f"{address_of(hub)}{LIST}{path}")
        look_at(page)


@pytest.mark.parametrize("language", ENGLISH_WHERE_THERE_IS_TIME)
def test_an_invitation_is_accepted_and_leads_to_the_admin(
    visitor, address_of, places, language
):
    gwynedd, devon, _hub = places
    address = address_of(gwynedd)
    make_invitation(gwynedd, language=language, roles=["editor"])
    mail = mail_to("gwen@gwynedd.example")
    page = visitor()

    page.goto(address + path_of(mail))
    look_at(page)
    page.fill("[name=password]", PASSWORD)
    page.fill("[name=again]", "another-one-1234")
    page.click("main button[type=submit]")
    look_at(page, PHONE)
    shown = page.locator("[name=password]").input_value()
    page.fill("[name=password]", PASSWORD)
    page.fill("[name=again]", PASSWORD)
    page.click("main button[type=submit]")
    look_at(page)
    page.click("main a.govuk-button")
    page.fill("[name=login]", "gwen@gwynedd.example")
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url(f"{address}/admin/")
    inside = page.locator("html").get_attribute("lang")
    page.goto(f"{address_of(devon)}/admin/")

    assert shown == ""
    assert inside == language
    assert "account/login" in page.url
