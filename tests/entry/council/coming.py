"""Go to the council's sign-in and come back, as a browser does."""

import re
from html import unescape
from typing import Any

from django.contrib.auth import SESSION_KEY

GO, BACK = "/account/council/", "/account/council/back/"


def leave(browser: Any, query: str = "", **data: str) -> str:
    """Press the button: the address of the council's page."""
    page = browser.post(GO + query, data).content.decode()
    found = re.search(r'href="(http://127[^"]+)"', page)
    assert found, page
    return unescape(found[1])


def come(browser: Any, council: Any, **data: str) -> Any:
    """All the way there and back."""
    return browser.get(BACK, council.authorize(leave(browser, **data)))


def is_signed_in(browser: Any) -> bool:
    """Whether this browser has a session of somebody's."""
    return SESSION_KEY in browser.session
