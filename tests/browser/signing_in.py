"""Sign somebody in as they would do it themselves: by the login form."""

from typing import Any

from playwright.sync_api import Page


def sign_in(page: Page, address: str, user: Any) -> Page:
    """Fill in the login form of the service at `address`; the dashboard follows."""
    page.goto(f"{address}/admin/login/")
    page.fill("input[name=login]", user.email)
    page.fill("input[name=password]", "password")
    page.click("main form:first-of-type button[type=submit]")
    page.wait_for_url(f"{address}/admin/")
    return page
