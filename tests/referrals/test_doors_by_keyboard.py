"""Each door on a small phone by keyboard alone, and what a screen reader is told."""

import pytest

from forms.casework.models import Case
from forms.referrals.models import CarerPage, ReferralPage, YoungPage
from tests.browser.fixtures import ENGLISH_WHERE_THERE_IS_TIME, PHONE, assert_fits
from tests.browser.keyboard import Keyboard, assert_told
from tests.referrals.walking import ADULT, CARER, YOUNG, page_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DOORS = {ReferralPage: ADULT, CarerPage: CARER, YoungPage: YOUNG}


@pytest.mark.parametrize("language", ENGLISH_WHERE_THERE_IS_TIME)
@pytest.mark.parametrize("model", DOORS)
def test_a_keyboard_at_320_px_is_enough_and_every_control_has_a_name(
    gwynedd, visitor, address_of, model, language
):
    address_of(gwynedd)
    door = page_of(gwynedd, language, model)
    page = visitor(width=PHONE)
    keyboard = Keyboard(page)
    first = next(iter(DOORS[model]))
    page.goto(f"{door.full_url}{door.parts(first)[language]}/")

    for step, answers in DOORS[model].items():
        assert page.url.endswith(f"/{door.parts(step)[language]}/"), page.url
        assert_told(page)
        assert_fits(page)
        keyboard.fill(answers)
        keyboard.go_on()
    assert_told(page)
    keyboard.fill({})
    keyboard.go_on()

    assert page.url.endswith(f"/{door.parts('sent')[language]}/")
    assert_told(page)
    assert_fits(page)
    assert Case.objects.get().reference in page.locator("main").inner_text()
