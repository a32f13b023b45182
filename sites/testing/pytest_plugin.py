"""For the tests of an author: `addopts = ["-p", "sites.testing.pytest_plugin"]`.

Chooses the product's test settings with a folder of the run's own, before pytest-django
reads them, and brings the fixtures.
"""

import atexit
import os
import shutil
import tempfile

import pytest

# Their assertions say what they compared, as those of a test module do.
pytest.register_assert_rewrite("cms.testing.contract", "cms.testing.filling")


def _choose_settings() -> None:
    """The shell of an author names the demonstration's; `--ds` names others still."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "cms.settings.test"
    if "VAR_DIR" not in os.environ:
        os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="iv-cms-plugin-test-")
        atexit.register(shutil.rmtree, os.environ["VAR_DIR"], ignore_errors=True)


_choose_settings()

from sites.testing.fixtures import *  # noqa: E402, F403  (fixtures, after the choice)
from sites.testing.fixtures import (  # noqa: E402
    _one_test_is_nothing_to_the_next as _one_test_is_nothing_to_the_next,
)
