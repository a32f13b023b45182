"""The slug that the admin's script makes while an editor types a Welsh title."""

import pytest
from playwright.sync_api import expect

from cms.roles import Role
from tests.browser.signing_in import sign_in
from tests.factories import home_of, make_service, make_staff

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]


def test_a_typed_title_keeps_every_letter_in_its_slug(visitor, address_of):
    site = make_service("gwynedd")
    editor = make_staff(site, Role.EDITOR)
    page = visitor()
    sign_in(page, address_of(site), editor)
    home = home_of(site, "cy")
    page.goto(
        f"{address_of(site)}/admin/pages/add/standard_pages/standardpage/{home.pk}/"
    )

    page.locator("#id_title").press_sequentially("Tŷ’r Ŵyn â Dŵr")
    page.locator("#id_title").blur()

    expect(page.locator("#id_slug")).to_have_value("tyr-wyn-a-dwr")
