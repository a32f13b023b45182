"""Fixtures for tests in a real browser: a served site, visitors, accessibility."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from tests.browser.chromium import ABSENT, ARGUMENTS, chromium

PHONE, TABLET, DESK = 320, 768, 1280
EXPANDED = "ARIA attribute is not allowed: aria-expanded="
# Screens of the staff are looked at in Welsh in make test, whose words are longer.
ENGLISH_WHERE_THERE_IS_TIME = [pytest.param("en", marks=pytest.mark.long), "cy"]
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def running_browser() -> Iterator[Browser]:
    """One Chromium for the worker's whole session."""
    path = chromium()
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail(ABSENT)
        pytest.skip(ABSENT)
    # Playwright's own loop runs in this thread; our tests are synchronous all the same.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def address_of(live_server: LiveServer) -> Callable[[Site], str]:
    """Serve a site on the live server; return its address without a slash."""

    def serve(site: Site) -> str:
        port = int(live_server.url.rsplit(":", 1)[1])
        if site.port != port:
            site.port = port
            site.save()
        return f"http://{site.hostname}:{port}"

    return serve


@pytest.fixture
def visitor(
    running_browser: Browser, live_server: LiveServer
) -> Iterator[Callable[..., Page]]:
    """Open a fresh browser page: `visitor(width=320, scripts=False)`.

    At the end, a page that met an error in a script or from the server fails the test.
    """
    contexts, complaints = [], []

    def open_page(*, width: int = DESK, scripts: bool = True) -> Page:
        context = running_browser.new_context(
            viewport={"width": width, "height": 800},
            java_script_enabled=scripts,
            locale="en-GB",
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("response", lambda answer: _note_failure(answer, complaints))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def assert_accessible(page: Page) -> None:
    """Fail with every rule of WCAG 2.2 AA that axe finds broken on the page."""
    found = Axe().run(
        page,
        options={
            "resultTypes": ["violations"],
            "runOnly": {"type": "tag", "values": RULES},
        },
    )
    broken = [
        f"{rule['id']}: {rule['help']}: {node['html']}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
        if not _is_govuks_own(rule, node)
    ]
    assert broken == [], page.url


def look_at(page: Page, *widths: int) -> None:
    """Fail where the open page is not accessible, or too wide, at one of the widths.

    Where none is asked for, it must fit a desk and a phone, and is accessible on the
    desk in English and on the phone in Welsh: so each page is seen on both. It is not
    fetched again, and keeps the last width.
    """
    is_welsh = page.locator("html").get_attribute("lang") == "cy"
    for width in widths or (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        assert_fits(page)
        if widths or is_welsh == (width == PHONE):
            assert_accessible(page)


def assert_fits(page: Page) -> None:
    """Fail where the page must be scrolled sideways, once what moves has come to rest.

    The admin's menu slides away when a window is made narrow.
    """
    for _try in range(10):
        wide = page.evaluate(TOO_WIDE)
        if wide <= 0:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{page.url} is {wide} px too wide")


def _is_govuks_own(rule: dict[str, Any], node: dict[str, Any]) -> bool:
    """Whether it is aria-expanded, and that alone, on a radio that reveals a question.

    GOV.UK Frontend's script sets it on purpose, though ARIA does not list it for
    radios: screen readers say by it that a question has opened. Its makers know what
    axe says of it and keep it (github.com/alphagov/govuk-frontend/issues/979).
    """
    said = [check["message"] for kind in ("any", "all", "none") for check in node[kind]]
    return (
        rule["id"] == "aria-allowed-attr"
        and node["html"].startswith('<input class="govuk-radios__input"')
        and 'aria-controls="conditional-' in node["html"]
        and all(message.startswith(EXPANDED) for message in said)
    )


def _note_failure(answer, complaints: list[str]) -> None:
    if answer.status >= 500:
        complaints.append(f"{answer.status} from {answer.url}")
