"""An error is told with its place and its kind, and nothing that anybody entered."""

import io
import logging
import sys

import pytest
from django.test import RequestFactory
from django.utils.log import AdminEmailHandler

from cms.error_reports import PlaceFormatter, places
from forms.journeys.models import Draft
from tests.factories import make_service
from tests.journeys.walking import Applicant

CHILD = "Macsen"


@pytest.fixture
def written():
    """What the log of the servers says."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(PlaceFormatter("%(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.handlers.insert(0, handler)  # Before others have written their own words.
    yield stream
    root.removeHandler(handler)


def fail(*_args, **_options):
    raise ValueError(f"{CHILD} cannot be kept.")


@pytest.mark.needs_plugin("applications", "referrals")
@pytest.mark.django_db
def test_the_log_says_where_it_failed_and_nothing_of_the_answers(
    with_forms, monkeypatch, written
):
    person = Applicant(make_service("gwynedd"))
    person.client.raise_request_exception = False
    person.answer("your-language")
    monkeypatch.setattr(Draft, "save", fail)

    answer = person.answer("postcode")

    said = written.getvalue()
    assert answer.status_code == 500
    assert "ERROR django.request Internal Server Error: POST gwynedd.localhost" in said
    assert "test_error_reports.py" in said
    assert "builtins.ValueError" in said
    assert [word for word in (CHILD, "ll55", "LL55") if word in said] == []


def test_a_mail_to_those_who_run_it_says_no_more(settings, mailoutbox):
    settings.ADMINS = [("Owen", "owen@hub.example")]
    request = RequestFactory().post("/en/x/?who=Siân", {"child_name": CHILD})
    request.META["HTTP_REFERER"] = f"/{CHILD}/"
    record = logging.makeLogRecord(
        {"levelno": 40, "levelname": "ERROR", "msg": "Internal Server Error: %s"}
    )
    record.args, record.request = ("/en/x/",), request
    try:
        fail()
    except ValueError:
        record.exc_info = sys.exc_info()

    AdminEmailHandler(include_html=True).emit(record)

    (mail,) = mailoutbox
    whole = mail.message().as_string()
    assert "builtins.ValueError" in mail.body
    assert [word for word in (CHILD, "Siân", "who=") if word in whole] == []


def test_what_caused_an_error_is_told_first_and_a_ring_of_causes_ends():
    try:
        try:
            fail()
        except ValueError as error:
            raise KeyError("Siân") from error
    except KeyError as error:
        error.__cause__.__cause__ = error
        told = [*places(error)]

    kinds = [line for line in told if line.startswith("builtins")]
    assert kinds == ["builtins.ValueError", "builtins.KeyError"]


def test_whoever_develops_sees_djangos_own_report(settings):
    settings.DEBUG = True
    request = RequestFactory().get("/")
    reporter = AdminEmailHandler().reporter_class
    try:
        fail()
    except ValueError:
        report = reporter(request, *sys.exc_info())

    assert CHILD in report.get_traceback_text()
    assert CHILD in report.get_traceback_html()
