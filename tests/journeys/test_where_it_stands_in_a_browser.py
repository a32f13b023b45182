"""After sending, in a browser: a small phone, both languages, the keyboard."""

import pytest
from playwright.sync_api import Page

from forms.casework.following import link_token
from forms.journeys.declaring import SCREEN_SLUGS
from forms.journeys.screen_slugs import FOLLOWING
from tests.browser.fixtures import PHONE, look_at
from tests.casework.factories import make_case

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BASE = {"en": "/en/apply/", "cy": "/cy/gwneud-cais/"}


def look(page: Page, language: str) -> None:
    assert page.locator("html").get_attribute("lang") == language, page.url
    assert page.locator("h1").count() == 1, page.url
    look_at(page, PHONE)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_somebody_sees_where_they_stand_and_withdraws_by_keyboard(
    gwynedd, visitor, address_of, language
):
    case = make_case(gwynedd, language=language)
    page = visitor(width=PHONE)
    base = address_of(gwynedd) + BASE[language]
    page.goto(f"{base}{SCREEN_SLUGS['status'][language]}/")
    look(page, language)
    page.locator("[name=reference]").fill(case.reference)
    page.locator("[name=contact]").fill(case.email)
    page.keyboard.press("Enter")
    page.wait_for_url("**asked=1")
    look(page, language)
    for screen in reversed(FOLLOWING):
        page.goto(f"{base}{SCREEN_SLUGS[screen][language]}/{link_token(case)}/")
        look(page, language)
    withdraw = SCREEN_SLUGS["withdraw"][language]
    page.locator(f'a[href*="/{withdraw}/"]').press("Enter")
    page.locator("main form button").press("Enter")
    page.wait_for_url("**notice=withdrawn")
    look(page, language)

    case.refresh_from_db()
    assert case.stage == "withdrawn"
