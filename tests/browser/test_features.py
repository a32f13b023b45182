"""The Features screens by keyboard, on a phone and on a desk, in both languages."""

import re

import pytest
from playwright.sync_api import expect

from cms.activation import disable, enable
from cms.plugins import installed_plugins
from cms.roles import Role
from cms.rollouts import work_off
from sites.register import load_register
from tests.browser.fixtures import (
    ENGLISH_WHERE_THERE_IS_TIME,
    assert_accessible,
    look_at,
)
from tests.browser.signing_in import sign_in
from tests.factories import make_hub, make_service, make_staff
from tests.features.factories import GRID, LIST, NEW, URL, make_many, make_place, state
from tests.rollouts.factories import make_begun_and_lost

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def _requests_need_news(monkeypatch):
    monkeypatch.setattr(installed_plugins()["referrals"], "requires", ["news"])


def press_until_focused(page, locator):
    """Tab until the keyboard stands on it."""
    page.locator("h1").first.evaluate(
        "it => { it.tabIndex = -1; it.focus(); it.removeAttribute('tabindex') }"
    )
    for _ in range(60):
        page.keyboard.press("Tab")
        if locator.evaluate("it => it === document.activeElement"):
            return
    raise AssertionError(f"{locator} cannot be reached by keyboard")


@pytest.mark.usefixtures("_requests_need_news")
@pytest.mark.parametrize("language", ENGLISH_WHERE_THERE_IS_TIME)
def test_a_manager_switches_by_keyboard(visitor, address_of, language):
    gwynedd = make_service("gwynedd")
    manager = make_staff(gwynedd, Role.MANAGER, preferred_language=language)
    disable(site=gwynedd, label="referrals")
    disable(site=gwynedd, label="news")
    page = sign_in(visitor(), address_of(gwynedd), manager)

    page.goto(address_of(gwynedd) + URL)
    press_until_focused(page, page.locator("#feature-referrals .button"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/referrals/on/")
    asked = state(gwynedd, "referrals", "news")
    assert_accessible(page)
    press_until_focused(page, page.locator("form [name=with] ~ button"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{URL}")
    agreed = state(gwynedd, "referrals", "news")
    press_until_focused(page, page.locator("#feature-referrals .button"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/referrals/off/")
    assert_accessible(page)
    press_until_focused(page, page.locator(".iv-features form button"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{URL}")

    assert (asked, agreed) == ([False, False], [True, True])
    assert state(gwynedd, "referrals", "news") == [False, True]
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("language", ENGLISH_WHERE_THERE_IS_TIME)
def test_every_screen_is_accessible_and_fits(visitor, address_of, language):
    load_register()
    hub, gwynedd = make_hub(), make_place("gwynedd")
    enable(site=gwynedd, label="fostering")
    make_many(30)
    owen = make_staff(hub, Role.NETWORK_ADMIN, preferred_language=language)
    page = sign_in(visitor(), address_of(hub), owen)

    page.goto(address_of(hub) + NEW)
    page.select_option("[name=plugin]", "fostering")
    page.check("[name=which][value=ticked]")
    page.locator("[name=ticked]").nth(0).check()
    page.locator("[name=ticked]").nth(2).check()
    look_at(page)
    page.click("form.iv-features button")
    page.wait_for_url(re.compile(rf"{LIST}\d+/$"))
    look_at(page)
    page.click("button[value=start]")
    expect(page.locator("#iv-rollout[data-face=done]")).to_be_visible()
    look_at(page)
    for address in (URL, GRID, f"{GRID}?q=place&p=2", LIST):
        page.goto(address_of(hub) + address)
        look_at(page)


def test_the_page_follows_the_work_by_itself_and_says_when_it_is_done(
    visitor, address_of
):
    hub, gwynedd = make_hub(), make_service("gwynedd")
    page = sign_in(visitor(), address_of(hub), make_staff(hub, Role.NETWORK_ADMIN))
    rollout = make_begun_and_lost("fostering", [gwynedd])

    page.goto(f"{address_of(hub)}{LIST}{rollout.pk}/")
    expect(page.locator("#iv-rollout[data-face=at-work]")).to_be_visible()
    assert_accessible(page)
    page.locator("button[value=stop]").focus()
    page.wait_for_timeout(2500)
    kept = page.locator("button[value=stop]").evaluate(
        "it => it === document.activeElement"
    )
    work_off(rollout.pk)

    expect(page.locator("#iv-rollout[data-face=done]")).to_be_visible()
    expect(page.locator("#iv-rollout-said")).to_have_text("Done")
    assert kept
    assert state(gwynedd, "fostering") == [True]


def test_without_scripts_a_link_shows_how_far_it_is(visitor, address_of):
    hub, gwynedd = make_hub(), make_service("gwynedd")
    page = visitor(scripts=False)
    sign_in(page, address_of(hub), make_staff(hub, Role.NETWORK_ADMIN))
    rollout = make_begun_and_lost("fostering", [gwynedd])

    page.goto(f"{address_of(hub)}{LIST}{rollout.pk}/")
    before = page.locator("#iv-rollout").get_attribute("data-face")
    work_off(rollout.pk)
    page.click("#iv-rollout form a.button")

    assert before == "at-work"
    assert page.locator("#iv-rollout").get_attribute("data-face") == "done"
