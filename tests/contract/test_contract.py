"""The contract over every installed plugin: our own have no privileges."""

import pytest

from cms.plugins import installed_plugins
from cms.plugins.discovery import plugin_entry_points
from cms.testing.contract import *  # noqa: F403  (the tests are what is imported)

# Slow together, not one by one: every claim over every plugin.
pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PLUGINS = list(installed_plugins())


def test_no_plugin_is_left_out():
    assert set(PLUGINS) == {point.name for point in plugin_entry_points()}
    assert "standard_pages" in PLUGINS
