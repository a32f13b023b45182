"""The officer's page on a small phone by keyboard alone, and what axe finds there."""

import pytest

from forms.referrals.models import OfferRecord
from tests.browser.fixtures import PHONE, assert_accessible, assert_fits
from tests.browser.keyboard import Keyboard, assert_told
from tests.referrals.offering.factories import SAID, make_link, path_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_keyboard_at_320_px_is_enough_to_note_a_child(
    gwynedd, visitor, address_of, language
):
    address = address_of(gwynedd)
    page = visitor(width=PHONE)
    keyboard = Keyboard(page)
    page.goto(f"{address}{path_of(make_link(gwynedd), language).replace(address, '')}")
    assert_told(page)
    assert_fits(page)
    assert_accessible(page)

    keyboard.fill({"answer": "objects", "offered": "yes"})
    keyboard.go_on()
    assert_told(page)
    assert_accessible(page)
    assert not OfferRecord.objects.exists()
    keyboard.fill({name: SAID[name] for name in ("explained", "age_band")})
    keyboard.go_on()

    assert page.url.endswith("?kept=1")
    assert_told(page)
    assert_fits(page)
    assert_accessible(page)
    record = OfferRecord.objects.get()
    assert (record.answer, record.age_band, record.offered) == (
        "objects",
        "11-12",
        True,
    )
