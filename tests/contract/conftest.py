"""The fixtures that the contract's tests ask for."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Site

from tests.factories import make_hub, make_service, make_staff

# Their assertions say what they compared, as those of a test module do.
pytest.register_assert_rewrite("cms.testing.contract")


@pytest.fixture
def make_site(db: None) -> Callable[[str, str], Site]:
    """Make a service, or the hub, by its kind and its name."""

    def make(kind: str, name: str) -> Site:
        return make_hub() if kind == "hub" else make_service(name)

    return make


@pytest.fixture
def staff(db: None) -> Callable[..., Any]:
    """Make a person with one role at a site."""
    return make_staff
