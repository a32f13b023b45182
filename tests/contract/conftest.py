"""The fixtures that the contract's tests ask for: those that authors get."""

import pytest

from sites.testing.fixtures import make_site, staff

__all__ = ["make_site", "staff"]

# Their assertions say what they compared, as those of a test module do.
pytest.register_assert_rewrite("cms.testing.contract", "cms.testing.filling")
