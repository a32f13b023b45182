"""Who has read a record is written once and never changed."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from cms.models import ReadLog
from cms.models.privacy import AppendOnly
from cms.privacy import log_read
from cms.privacy.checks import reads_are_kept_long_enough
from cms.privacy.jobs import forget_old_reads
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


@pytest.mark.parametrize(("days", "is_kept"), [(729, True), (730, True), (731, False)])
def test_the_log_goes_back_two_years(look, days, is_kept):
    with time_machine.travel(look.at + dt.timedelta(days=days), tick=False):
        forget_old_reads()
        forget_old_reads()

    assert ReadLog.objects.exists() == is_kept


def test_nobody_makes_it_forget_what_is_younger_than_half_a_year(look, settings):
    settings.READ_LOG_MONTHS = 1

    with time_machine.travel(look.at + dt.timedelta(days=90), tick=False):
        for deed in (
            forget_old_reads,
            lambda: ReadLog.objects.forget(before=timezone.now()),
        ):
            with pytest.raises(AppendOnly):
                deed()

    assert ReadLog.objects.exists()
    assert [error.id for error in reads_are_kept_long_enough()] == ["cms.privacy.E003"]
    settings.READ_LOG_MONTHS = 7
    assert reads_are_kept_long_enough() == []
