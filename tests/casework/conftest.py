"""Gwynedd's coordinator at work, and a case to work on."""

import pytest

from forms.casework import kinds
from forms.casework.declared import write_declared
from forms.casework.stages import PLAIN
from forms.referrals.admin import RequestInbox
from tests.casework.factories import MARKER, make_case
from tests.factories import make_staff


@pytest.fixture
def gwynedd(two_authorities):
    return two_authorities[0]


@pytest.fixture
def plain(monkeypatch):
    """The machine of plugins that declare none, for the kind of requests."""
    monkeypatch.setitem(kinds.machines(), "referrals", PLAIN)
    monkeypatch.setattr(RequestInbox, "machine", PLAIN)
    write_declared()


@pytest.fixture
def coordinator(gwynedd):
    return make_staff(gwynedd, "coordinator", first_name="Gethin")


@pytest.fixture
def staff(client_at, gwynedd, coordinator):
    client = client_at(gwynedd, coordinator)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


@pytest.fixture
def case(gwynedd):
    return make_case(gwynedd, display_name=MARKER)
