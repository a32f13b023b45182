"""Who has read a record is written once and never changed."""

import pytest

from cms.models import ReadLog
from cms.models.privacy import AppendOnly
from cms.privacy import log_read
from tests.factories import make_user


@pytest.fixture
def look(two_authorities):
    gwynedd, _devon = two_authorities
    reader = make_user(email="gethin@council.example")
    return log_read(site=gwynedd, user=reader, kind="applications", reference="GWY-1")


def test_a_read_is_logged_with_who_what_and_how(look, two_authorities):
    row = ReadLog.objects.get()

    assert row == look
    assert (row.site, row.user.email) == (two_authorities[0], "gethin@council.example")
    assert (row.reader, row.kind) == ("gethin@council.example", "applications")
    assert (row.reference, row.action) == ("GWY-1", "view")
    assert str(row) == "view applications GWY-1"


def test_an_undeclared_action_is_refused(look):
    with pytest.raises(ValueError, match="delete"):
        log_read(
            site=look.site, user=look.user, kind="x", reference="y", action="delete"
        )


def test_a_logged_read_cannot_be_changed_or_deleted(look):
    for change in (
        look.save,
        look.delete,
        ReadLog.objects.all().delete,
        lambda: ReadLog.objects.update(kind="nothing"),
    ):
        with pytest.raises(AppendOnly):
            change()

    assert ReadLog.objects.get().kind == "applications"


def test_the_log_outlives_the_account(look):
    look.user.delete()

    row = ReadLog.objects.get()
    assert (row.user, row.reader) == (None, "gethin@council.example")
