"""The search in a real browser: accessible, on a phone too, and without scripts."""

import pytest

from tests.browser.fixtures import PHONE, look_at
from tests.factories import make_service
from tests.search.writing import PATHS, written

pytestmark = pytest.mark.browser
PLACE = {"en": "Gwynedd", "cy": "Ngwynedd"}


@pytest.fixture
def gwynedd(started):
    site = make_service("gwynedd")
    for language in PATHS:
        for number in range(12):
            written(site, language, f"{number}", "Welcome to Gwynedd / Croeso i Wynedd")
    return site


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_search_is_accessible_and_fits(gwynedd, visitor, address_of, language):
    page = visitor(width=PHONE)
    for words in (PLACE[language], "!", "x" * 150, ""):
        page.goto(f"{address_of(gwynedd)}{PATHS[language]}?q={words}")
        look_at(page)


def test_one_searches_from_any_page_without_scripts(gwynedd, visitor, address_of):
    page = visitor(width=PHONE, scripts=False)
    page.goto(f"{address_of(gwynedd)}/cy/")

    page.get_by_label("Chwilio’r wefan hon").fill("Ngwynedd")
    page.get_by_role("button", name="Chwilio").click()

    assert page.url.endswith("/cy/chwilio/?q=Ngwynedd")
    assert "“Ngwynedd”" in page.locator("h1").inner_text()
    assert "Wynedd" in page.locator(".iv-results mark").all_inner_texts()
