"""The contract's tests, on services that stand already."""

from collections.abc import Callable

import pytest
from wagtail.models import Site

# Their assertions say what they compared, as those of a test module do.
pytest.register_assert_rewrite("cms.testing.contract", "cms.testing.filling")


@pytest.fixture
def make_site(
    provisioned: None, make_site: Callable[[str, str], Site]
) -> Callable[[str, str], Site]:
    """The services of the scene, in the place of new ones."""
    return make_site
