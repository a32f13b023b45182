"""The contract over every installed plugin: our own have no privileges."""

import pytest

from cms.plugins import installed_plugins
from cms.testing.contract import *  # noqa: F403  (the tests are what is imported)

# Slow together, not one by one: every claim over every plugin.
pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PLUGINS = list(installed_plugins())


def test_no_plugin_is_left_out():
    assert set(PLUGINS) > {"standard_pages", "news", "applications", "fostering"}
