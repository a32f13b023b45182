"""The main journey in a browser: in Welsh, on a small phone, without JavaScript."""

from typing import Any

import pytest

from cms.models import OutboundEmail
from forms.applications.models import Application
from forms.journeys.models import Draft
from tests.browser.fixtures import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PART_ONE: list[tuple[str, dict[str, Any]]] = [
    ("eich-iaith", {"write_language": "cy", "speak_language": "cy"}),
    ("cod-post", {"postcode": "LL55 1SH"}),
    ("ble-rydych-chin-byw", {"area": "gwynedd"}),
    ("eich-oed", {"old_enough": "yes"}),
    ("annibyniaeth", {"independence": "none"}),
]
REST: list[tuple[str, dict[str, Any]]] = [
    ("why", {"why_how": "here", "why": "Rwy’n hoffi gwrando."}),
    ("when", {"when_free": "saturday"}),
    ("hearing-about-us", {}),
    ("send-or-go-on", {"go_on": "now"}),
    ("experience", {}),
    ("interests", {"interests": "walking"}),
    ("languages", {"welsh": "fluent", "bsl": "none"}),
    ("travel", {"travel": "bus"}),
    ("whom-to-visit", {"open_to": "anybody"}),
    ("referees", {"referees": "later"}),
    ("adjustments", {}),
    ("checks", {"dbs": "yes"}),
]


def fill(page: Any, answers: dict[str, str]) -> None:
    for name, value in answers.items():
        box = page.locator(f'[name="{name}"][value="{value}"]')
        if box.count() and box.first.get_attribute("type") in ("radio", "checkbox"):
            box.first.check()
        else:
            page.locator(f'[name="{name}"]').fill(value)


def go_on(page: Any) -> None:
    page.locator("main form button:not([name])").first.click()


def step(page: Any, slug: str, answers: dict[str, str]) -> None:
    assert page.url.split("?")[0].endswith(f"/{slug}/"), page.url
    assert page.locator("h1").count() == 1
    fill(page, answers)
    go_on(page)


def test_an_application_in_welsh_on_a_phone_without_scripts(
    gwynedd, visitor, address_of
):
    base = address_of(gwynedd)
    page = visitor(width=PHONE, scripts=False)
    page.goto(f"{base}/cy/gwneud-cais/")
    assert page.locator("html").get_attribute("lang") == "cy"
    page.locator("a.govuk-button--start").click()
    for slug, answers in PART_ONE:
        step(page, slug, answers)

    # Leave by "save and come back later" …
    page.locator('button[name="save"]').click()
    page.locator('[name="email"]').fill("sian@post.example")
    go_on(page)
    assert Draft.objects.get().saved_to == "sian@post.example"
    mailed = OutboundEmail.objects.get(template="journeys/resume")
    page.context.close()

    # … and return by the mailed link, in another browser.
    page = visitor(width=PHONE, scripts=False)
    page.goto(mailed.context["cy"]["url"])
    go_on(page)
    assert "/cy/gwneud-cais/cysylltu/" in page.url

    # Switch to English in the middle, by keyboard: the answers are there.
    page.locator("header a[hreflang=en]").press("Enter")
    assert "/en/apply/contact/" in page.url
    step(page, "contact", {"name": "Siân Ŵyn", "email": "sian@post.example"})
    for slug, answers in REST:
        step(page, slug, answers)
    assert page.url.endswith("/en/apply/check/")
    assert "LL55 1SH" in page.locator("main").inner_text()

    # Back to Welsh, change one answer, send with a double click.
    page.locator('a[hreflang="cy"], a[lang="cy"]').first.click()
    page.locator('a[href*="/pryd/"]').first.click()
    page.locator('[name="when_free"][value="sunday"]').check()
    go_on(page)
    assert page.url.endswith("/cy/gwneud-cais/gwirio/")
    page.locator('[name="declaration"]').check()
    page.locator("main form button:not([name])").first.dblclick()

    page.wait_for_url("**/wedi-anfon/")
    application = Application.objects.get()
    shown = page.locator("main").inner_text()
    assert application.case.reference in shown
    assert application.answers["when_free"] == ["saturday", "sunday"]
    assert application.language == "cy"
    mail = OutboundEmail.objects.get(template="applications/received")
    assert (mail.language, mail.to) == ("cy", "sian@post.example")
    page.go_back()
    assert Application.objects.count() == 1
