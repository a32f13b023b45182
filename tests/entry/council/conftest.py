"""A council with a sign-in of its own, asked for and switched on at Gwynedd."""

import pytest

from sites.entry.models import IdentityProvider
from tests.entry.council.server import CLIENT, SECRET, Council
from tests.factories import make_staff


@pytest.fixture
def gwynedd(two_authorities):
    return two_authorities[0]


@pytest.fixture
def devon(two_authorities):
    return two_authorities[1]


@pytest.fixture
def council():
    server = Council()
    yield server
    server.stop()


@pytest.fixture
def row(gwynedd, council, settings):
    settings.SSO_ALLOW_HTTP = True
    return IdentityProvider.objects.create(
        site=gwynedd,
        is_on=True,
        name_en="your Gwynedd account",
        name_cy="eich cyfrif Gwynedd",
        issuer=council.issuer,
        client_id=CLIENT,
        client_secret=SECRET,
        domains="gwynedd.example llyw.gwynedd.example",
    )


@pytest.fixture
def mari(gwynedd):
    return make_staff(gwynedd, "coordinator", email="mari@gwynedd.example")
