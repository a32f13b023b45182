"""A question of a service's own, from the coordinator who writes it to the case."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from cms.roles import Role
from forms.casework.models import Case
from forms.journeys.models import Draft, FormVersion
from tests.browser.fixtures import PHONE
from tests.browser.signing_in import sign_in
from tests.casework.factories import url as inbox_url
from tests.factories import make_staff
from tests.journeys.own_questions import DRIVES, put_in_work
from tests.journeys.test_application_in_a_browser import PART_ONE, step
from tests.journeys.walking import PART_ONE as ANSWERS
from tests.journeys.walking import WELSH

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def shape(page: Any, base: str) -> None:
    """Add a yes/no question for those who drive, look at it, publish."""
    page.goto(base + reverse("applications_form:index"))
    page.locator("a[href$='/add/']").first.click()
    page.locator("a[href$='/add/yes_no/']").click()
    page.fill("[name=label_en]", "Have you driven for us before?")
    page.fill("[name=label_cy]", "Wnaethoch chi yrru i ni o’r blaen?")
    page.select_option("[name=pair]", "do")
    page.select_option("[name=place]", "visiting")
    page.select_option("[name=shown_if]", "own_1:yes")
    page.check("[name=required]")
    page.click("main form button[type=submit]")
    page.goto(base + reverse("applications_form:preview_part", args=["cy", "own_2"]))
    expect(page.locator("h1")).to_contain_text("Wnaethoch chi yrru")
    expect(page.locator("main")).to_contain_text("Naddo")
    page.goto(base + reverse("applications_form:publish"))
    page.click("main form button[type=submit]")


def apply_in_welsh(page: Any, base: str) -> None:
    """Apply, without scripts, as somebody who drives."""
    page.goto(f"{base}/cy/gwneud-cais/{PART_ONE[0][0]}/")
    for slug, answers in PART_ONE:
        step(page, slug, answers)
    step(page, "cysylltu", {"name": "Siân Ŵyn", "phone": "01632 960 001"})
    step(page, WELSH["why"], {"why_how": "phone"})
    step(page, WELSH["when"], {"when_free": "saturday"})
    step(page, WELSH["hearing-about-us"], {})
    step(page, "cwestiwn-1", {"own_1": "yes"})
    step(page, "cwestiwn-2", {"own_2": "no"})
    step(page, WELSH["send-or-go-on"], ANSWERS["send-or-go-on"])
    expect(page.locator("main")).to_contain_text("Naddo")
    page.locator('[name="declaration"]').check()
    page.locator("main form button:not([name])").first.click()
    page.wait_for_url("**/wedi-anfon/")


def test_a_conditional_question_goes_from_the_coordinator_to_the_case(
    gwynedd, visitor, address_of
):
    base = address_of(gwynedd)
    put_in_work(gwynedd, DRIVES)
    staff = sign_in(visitor(), base, make_staff(gwynedd, Role.COORDINATOR))
    shape(staff, base)
    assert FormVersion.objects.get().number == 1
    assert not Draft.objects.exists()

    apply_in_welsh(visitor(width=PHONE, scripts=False), base)

    case = Case.objects.get()
    staff.goto(base + inbox_url("case", case.pk))
    answers = staff.locator("#main")
    expect(answers).to_contain_text("Wnaethoch chi yrru i ni o’r blaen?")
    expect(answers).to_contain_text("Naddo")
    expect(answers).to_contain_text("Have you driven for us before?")
