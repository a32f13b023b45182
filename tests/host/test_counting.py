"""Counting queries gives the same number at any moment."""

import time

import pytest

from cms.roles import Role
from sites.entry import sessions
from tests.factories import make_service, make_staff
from tests.host.counting import asked


@pytest.mark.usefixtures("started")
def test_what_is_written_once_in_a_while_is_not_counted(client_at, monkeypatch):
    gwynedd = make_service("gwynedd")
    paths = ["/admin/"]
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    few = asked(client, paths)

    monkeypatch.setattr(sessions, "_now", time.time)
    monkeypatch.setattr(sessions, "NOTED_EVERY", 0.0001)

    assert asked(client, paths) == few
