"""The host's contract, run over our plugins."""

import pytest

from cms.testing.contract import *  # noqa: F403  (the tests are what is imported)

pytestmark = pytest.mark.django_db
PLUGINS = ["fostering", "fortnight", "imprint"]
