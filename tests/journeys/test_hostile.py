"""Requests that no page of ours makes: a clear answer, and nothing given away."""

from io import BytesIO

import pytest

from forms.applications.models import Application
from forms.journeys.models import Draft
from forms.journeys.notices import CARRIED, NOTICES, notice
from tests.journeys.walking import Applicant

pytestmark = pytest.mark.django_db

SCREENS = (
    *("", "postcode", "check", "save", "sent", "not-yet", "resume/x"),
    *("come-back", "delete", "delete/x", "reminder/x"),
)


@pytest.fixture
def begun(applicant):
    """Somebody who has answered the first question."""
    applicant.answer("your-language")
    return applicant


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
@pytest.mark.parametrize("slug", SCREENS)
def test_a_screen_is_read_or_answered_and_nothing_else(begun, slug, method):
    answer = getattr(begun.client, method)(begun.path(slug))

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS, POST"


@pytest.mark.parametrize("slug", ["", "your-language"])
def test_asking_what_is_allowed_keeps_nothing(applicant, slug):
    options, head = (
        getattr(applicant.client, method)(applicant.path(slug))
        for method in ("options", "head")
    )

    assert (options.status_code, head.status_code) == (200, 200)
    assert head.content == b""
    assert Draft.objects.count() == 0


@pytest.mark.parametrize("key", sorted({*NOTICES, "xyz", "<b>"}))
def test_an_address_says_only_what_a_redirect_has_done(begun, key):
    page = begun.look("postcode", query=f"?notice={key}").content.decode()

    assert ("iv-notice" in page) is (key in CARRIED)
    assert (key in CARRIED) is False or str(notice(key)) in page


def test_sending_when_every_cookie_is_gone_leads_to_the_beginning(gwynedd):
    forgetful = Applicant(gwynedd, enforce_csrf_checks=True)

    answer = forgetful.send()

    assert answer.headers["Location"] == "/en/apply/your-language/?notice=early"
    page = forgetful.client.get(answer.headers["Location"]).content.decode()
    assert "We could not find any answers of yours in this browser." in page
    assert Draft.objects.count() == 0


def test_a_step_posted_again_after_sending_leads_to_the_number(applicant, gwynedd):
    applicant.answer_part_one()
    applicant.send()
    stale = Applicant(gwynedd, enforce_csrf_checks=True)
    stale.client.cookies = applicant.client.cookies

    answer = stale.post("contact", {"name": "X"})

    assert answer.headers["Location"] == "/en/apply/sent/"


@pytest.mark.parametrize(
    "cookie", ["", "x", "x:y", "a.b:c", "x" * 3000, "\u00fe", "a.b:c:d", "%00"]
)
def test_a_made_up_cookie_opens_nothing(begun, cookie):
    begun.client.cookies["draft_applications"] = cookie

    answer = begun.look("contact")

    assert answer.headers["Location"] == "/en/apply/your-language/?notice=early"


def test_another_services_cookie_opens_nothing(begun, devon):
    abroad = Applicant(devon)
    abroad.client.cookies = begun.client.cookies

    assert abroad.look("contact").headers["Location"].startswith("/en/apply/postcode/")


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b'{"postcode": "LL55 1SH"}', 200),
        ("text/plain", b"postcode=LL55+1SH", 200),
        ("application/x-www-form-urlencoded; charset=utf-16", b"postcode=x", 400),
        ("application/x-www-form-urlencoded; charset=bogus", b"postcode=x", 200),
        ("multipart/form-data", b"postcode=x", 400),
        ("multipart/form-data; boundary=b", b"--b\r\nX: " + b"x" * 99_999, 400),
        ("multipart/form-data; boundary=b", b"--b\r\nno end", 200),
    ],
)
def test_what_is_no_form_is_answered_and_keeps_nothing(begun, kind, body, status):
    answer = begun.client.generic("POST", begun.path("postcode"), body, kind)

    assert answer.status_code == status
    assert set(Draft.objects.get().answers) == {"write_language", "speak_language"}


def test_a_thousand_fields_or_files_are_refused(begun):
    fields = {f"f{n}": "x" for n in range(2000)}
    files = {f"f{n}": BytesIO(b"x") for n in range(200)}
    one_file = {"postcode": BytesIO(b"LL55 1SH")}

    statuses = [begun.post("postcode", it).status_code for it in (fields, files)]
    assert statuses == [400, 400]
    assert begun.post("postcode", one_file).status_code == 200
    assert "postcode" not in Draft.objects.get().answers


def test_a_name_of_many_signs_reaches_the_register_in_one_line(applicant):
    name = "Siân\u2028\u202eŴyn \U0001f469\u200d\U0001f467 O'Brien"
    applicant.answer_part_one(name=name)
    applicant.send()

    case = Application.objects.get().case
    assert case.display_name == "Siân Ŵyn \U0001f469\u200d\U0001f467 O'Brien"
