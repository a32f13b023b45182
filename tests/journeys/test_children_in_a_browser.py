"""A form for children in a browser: heard, chosen by keyboard, left at once."""

import pytest

from tests.browser.fixtures import PHONE, look_at
from tests.journeys.children import SLUGS, START, with_a_door_for_children

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.needs_plugin("fostering"),
]
# A device whose voices come a moment later, as in Chrome; what it says is kept.
DEVICE = """
const said = (window.said = []);
let voices = [];
class Utterance extends EventTarget {
  constructor(text) { super(); this.text = text; }
}
class Device extends EventTarget {
  getVoices() { return voices; }
  speak(piece) { said.push(`${piece.lang}: ${piece.text}`); }
  cancel() { said.push("silence"); }
}
const device = new Device();
Object.defineProperty(window, "speechSynthesis", { value: device });
window.SpeechSynthesisUtterance = Utterance;
setTimeout(() => {
  voices = %s;
  device.dispatchEvent(new Event("voiceschanged"));
  window.ready = true;
}, 50);
"""
WELSH = '[{ lang: "cy-GB", localService: true }]'
NONE_FITS = """[
  { lang: "en-GB", localService: true }, { lang: "cy-GB", localService: false }
]"""
TICKED = "[...document.querySelectorAll('[name=likes]:checked')].map(b => b.value)"
STORED = "localStorage.length + sessionStorage.length"


@pytest.fixture
def start(provisioned, address_of):
    """The address of the first page, in Welsh."""
    return address_of(with_a_door_for_children()) + START["cy"]


def heard_on(page, address, voices):
    page.add_init_script(DEVICE % voices)
    page.goto(address)
    page.wait_for_function("window.ready")
    return page.locator("[data-read-aloud]")


def test_a_device_with_a_voice_reads_the_page_until_it_is_stopped_or_left(
    start, visitor
):
    page = visitor()
    button = heard_on(page, f"{start}{SLUGS['likes']['cy']}/", WELSH)
    button.click()
    said = page.evaluate("said")

    assert said[0] == "silence"
    assert said[1] == "cy-GB: Beth rwyt ti’n hoffi ei wneud?"
    assert "cy-GB: Pêl-droed" in said
    assert not any("Darllen y dudalen" in text or "blwch" in text for text in said)
    assert button.inner_text() == "Stopio darllen"

    button.click()
    assert page.evaluate("said.at(-1)") == "silence"
    assert button.inner_text() == "Darllen y dudalen i mi"

    button.click()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("said.at(-1)") == "silence"


def test_without_a_voice_of_the_device_in_welsh_there_is_no_button(start, visitor):
    button = heard_on(visitor(), start, NONE_FITS)

    assert button.is_hidden()


def test_cards_are_chosen_by_keyboard_on_a_phone_and_nothing_is_kept(start, visitor):
    page = visitor(width=PHONE)
    page.goto(start)
    look_at(page, PHONE)
    page.locator("a.govuk-button--start").click()
    look_at(page, PHONE)
    for card in page.locator(".iv-pictures__label").all():
        box = card.bounding_box()
        assert box["width"] >= 44
        assert box["height"] >= 44
    page.locator('[value="football"]').focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate(TICKED) == ["football", "baking"]

    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate(TICKED) == ["any"]

    page.keyboard.press("Enter")
    page.locator('[name="call_me"]').fill("Macsen")
    page.keyboard.press("Enter")
    page.locator("main form button").first.click()
    look_at(page, PHONE)
    assert page.url.endswith("/wedi-anfon/")
    assert page.evaluate(STORED) == 0
    assert page.evaluate("caches.keys()") == []
    cookies = page.context.cookies()
    assert {cookie["expires"] for cookie in cookies} == {-1}
    assert not any("draft" in cookie["name"] for cookie in cookies)


@pytest.mark.parametrize("scripts", [True, False])
def test_one_leaves_at_once_with_scripts_and_without(start, visitor, scripts):
    page = visitor(scripts=scripts)
    page.goto(f"{start}{SLUGS['likes']['cy']}/")
    page.get_by_text("Pêl-droed").click()
    page.locator("main form button").last.click()
    page.wait_for_url("**/dy-enw/")
    began = {cookie["name"] for cookie in page.context.cookies()}
    assert "draft_fostering.children" in began
    with page.expect_request("https://www.bbc.co.uk/weather"):
        if scripts:
            for _ in range(3):
                page.keyboard.press("Shift")
        else:
            page.locator(".govuk-exit-this-page__button").focus()
            page.keyboard.press("Enter")

    left = {cookie["name"] for cookie in page.context.cookies()}
    assert "draft_fostering.children" not in left
