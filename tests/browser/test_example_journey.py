"""A third party's journey in a browser: in Welsh on a phone, in English on a desk."""

from typing import Any

import pytest

from cms.activation import enable
from cms.starter import start_site
from forms.casework.models import Case
from forms.journeys.models import Draft
from tests.browser.fixtures import DESK, PHONE, look_at
from tests.factories import make_service

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.needs_plugin("fostering"),
]
WELSH, ENGLISH = "/cy/dechrau-maethu/", "/en/start-fostering/"


class Resident:
    """Somebody who reads a page, answers its question and goes on."""

    def __init__(self, page: Any, start: str) -> None:
        self.page = page
        page.goto(start)
        look_at(page)
        page.locator("a.govuk-button--start").click()

    def choose(self, slug: str, name: str, answer: str) -> None:
        self.is_on(slug)
        self.page.locator(f'[name="{name}"][value="{answer}"]').check()
        self.go_on()

    def go_on(self) -> None:
        self.page.locator("main form button:not([name])").first.click()

    def is_on(self, slug: str) -> None:
        assert self.page.url.split("?")[0].endswith(f"/{slug}/"), self.page.url

    @property
    def words(self) -> str:
        return str(self.page.locator("main").inner_text())


@pytest.fixture
def gwynedd(provisioned):
    """Gwynedd, where one may start to foster."""
    site = make_service("gwynedd")
    enable(site=site, label="fostering")
    start_site(site)
    return site


def test_a_resident_starts_to_foster_in_either_language(gwynedd, visitor, address_of):
    phone = visitor(width=PHONE)
    siân = Resident(phone, address_of(gwynedd) + WELSH)
    siân.choose("ystafell", "room", "no")
    assert siân.page.locator("h1").inner_text().startswith("Allwch chi ryddhau")
    siân.choose("lle", "space", "no")
    siân.is_on("ddim-nawr")
    look_at(phone, PHONE)
    assert "Nid ydym wedi cadw dim" in siân.words
    assert not Draft.objects.exists()

    desk = visitor(width=DESK)
    rhys = Resident(desk, address_of(gwynedd) + ENGLISH)
    rhys.choose("room", "room", "yes")
    rhys.is_on("reach")
    look_at(desk, DESK)
    desk.locator('a[hreflang="cy"], a[lang="cy"]').first.click()
    rhys.is_on("cyrraedd")
    desk.locator('[name="name"]').fill("Rhŷs ap Siôn")
    desk.locator('[name="phone"]').fill("01632 960 001")
    rhys.go_on()
    rhys.is_on("gwirio")
    assert "Oes gennych chi ystafell wely sbâr?" in rhys.words
    assert "Allwch chi ryddhau" not in rhys.words
    rhys.go_on()

    rhys.is_on("wedi-anfon")
    case = Case.objects.get(kind="fostering")
    assert case.reference in rhys.words
    assert (case.display_name, case.language) == ("Rhŷs ap Siôn", "cy")
