"""The shell of every page, in a real browser, in both languages and at every width."""

import pytest

from tests.browser.fixtures import DESK, PHONE, TABLET, assert_accessible, assert_fits
from tests.factories import make_service

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_home_is_accessible_and_fits(visitor, address_of, language, width):
    page = visitor(width=width)

    page.goto(f"{address_of(make_service('gwynedd'))}/{language}/")

    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
    assert_accessible(page)
    assert_fits(page)


def test_a_visitor_without_scripts_reads_the_home_page(visitor, address_of):
    page = visitor(width=PHONE, scripts=False)

    answer = page.goto(f"{address_of(make_service('gwynedd'))}/")

    assert answer.status == 200
    assert page.url.endswith("/en/")
    assert page.locator("h1").inner_text()
