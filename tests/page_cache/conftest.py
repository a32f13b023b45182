"""The page cache switched on, which most tests have off."""

from typing import Any

import pytest


@pytest.fixture
def cached(settings: Any, at_once: None) -> None:
    """Pages are kept, and a change is told as soon as it is made."""
    settings.PAGE_CACHE_SECONDS = 600
