"""Sessions end when they should, and one sees and ends one's own."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sites.entry.models import OpenSession
from sites.entry.sessions import end_sessions, open_sessions, purge_sessions
from tests.entry.signing import browser_at, is_in, sign_in
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
PAGE = "/account/sessions/"
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def gwynedd(two_authorities):
    return two_authorities[0]


@pytest.fixture
def mari(gwynedd):
    return make_staff(gwynedd, "coordinator", email="mari@gwynedd.example")


@pytest.fixture(autouse=True)
def _as_in_production(settings):
    settings.SESSION_IDLE_SECONDS = 30 * 60
    settings.SESSION_ABSOLUTE_SECONDS = settings.SESSION_COOKIE_AGE = 12 * 3600


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as now:
        yield now


def signed_in(site, person, **browser):
    client = browser_at(site, **browser)
    sign_in(client, person.email)
    assert is_in(client)
    return client


def test_a_session_that_nobody_uses_ends_and_says_so(gwynedd, mari, clock):
    browser = signed_in(gwynedd, mari)
    clock.shift(29 * MINUTE)
    still = is_in(browser)
    clock.shift(31 * MINUTE)

    answer = browser.get("/admin/", follow=True)

    assert still
    assert answer.request["PATH_INFO"] == "/account/login/"
    assert "You were signed out because nothing happened" in answer.content.decode()
    assert not OpenSession.objects.exists()


def test_a_session_that_is_used_all_day_ends_after_twelve_hours(gwynedd, mari, clock):
    browser = signed_in(gwynedd, mari)
    alive = []
    for _quarter in range(49):
        clock.shift(15 * MINUTE)
        alive.append(is_in(browser))

    assert alive == [True] * 48 + [False]


def test_an_editor_left_open_keeps_no_session_alive(gwynedd, mari, clock):
    browser = signed_in(gwynedd, mari)
    ping = "/admin/editing-sessions/ping/wagtailcore/page/1/1/"
    for _ in range(6):
        clock.shift(10 * MINUTE)
        browser.post(ping)

    assert not is_in(browser)


def test_a_session_is_written_at_most_once_a_minute(gwynedd, mari, clock):
    browser = signed_in(gwynedd, mari)

    def writes():
        with CaptureQueriesContext(connection) as queries:
            browser.get("/admin/sign-ins/")
        return [q["sql"] for q in queries if q["sql"].startswith(("UPDATE", "INSERT"))]

    soon = writes()
    clock.shift(2 * MINUTE)
    later = writes()

    assert soon == []
    assert len(later) == 2  # The session's row and ours.
    assert OpenSession.objects.get().seen_at == timezone.now()


def test_a_public_page_without_the_cookie_reads_no_session(gwynedd, client_at):
    answer = client_at(gwynedd).get("/en/")

    assert "Cookie" not in answer.get("Vary", "")


def test_one_sees_ones_own_browsers_and_which_is_this_one(gwynedd, mari):
    other = make_staff(gwynedd, "manager")
    signed_in(gwynedd, other, HTTP_USER_AGENT="Mozilla (Macintosh) Safari/1")
    signed_in(gwynedd, mari, HTTP_USER_AGENT="Mozilla (iPhone) Safari/1")
    here = signed_in(gwynedd, mari, HTTP_USER_AGENT="Mozilla (Windows) Firefox/1")

    text = here.get(PAGE).content.decode()

    assert "Safari, iPhone" in text
    assert text.index("Firefox, Windows") < text.index("This one")
    assert "Macintosh" not in text
    assert "192.0.2.0/24" in text


def test_ending_one_is_immediate_and_this_one_stays(gwynedd, mari):
    lost, here = signed_in(gwynedd, mari), signed_in(gwynedd, mari)
    row = OpenSession.objects.get(session_key=lost.session.session_key)

    here.post(PAGE, {"session": row.pk})

    assert (is_in(lost), is_in(here)) == (False, True)


def test_ending_all_others_ends_all_others(gwynedd, mari):
    stranger = signed_in(gwynedd, make_staff(gwynedd, "manager"))
    lost = [signed_in(gwynedd, mari) for _ in range(2)]
    here = signed_in(gwynedd, mari)

    answer = here.post(PAGE, {"session": "others"}, follow=True)

    assert [is_in(one) for one in lost] == [False, False]
    assert is_in(here)
    assert is_in(stranger)
    assert "2 browsers are signed out." in answer.content.decode()


def test_nobody_ends_somebody_elses(gwynedd, mari):
    theirs = signed_in(gwynedd, make_staff(gwynedd, "manager"))
    row = OpenSession.objects.get(session_key=theirs.session.session_key)

    answer = signed_in(gwynedd, mari).post(PAGE, {"session": row.pk})

    assert answer.status_code == 404
    assert is_in(theirs)


def test_a_new_password_ends_the_others_and_keeps_this_one_listed(gwynedd, mari):
    lost, here = signed_in(gwynedd, mari), signed_in(gwynedd, mari)
    new = "cath haul mynydd"

    here.post(
        "/account/password/change/",
        {"oldpassword": "password", "password1": new, "password2": new},
    )

    assert (is_in(lost), is_in(here)) == (False, True)
    listed = [row.session_key for row in open_sessions(mari.__class__.objects.get())]
    assert listed == [here.session.session_key]


def test_a_session_with_a_new_key_is_ended_by_its_row_all_the_same(gwynedd, mari):
    here = signed_in(gwynedd, mari)
    session = here.session
    session.cycle_key()
    session.save()
    here.cookies["sessionid"] = session.session_key
    here.get("/admin/")

    end_sessions(mari)

    assert not is_in(here)


def test_ending_everything_ends_sessions_of_every_kind(gwynedd, mari, client_at):
    by_form, otherwise = signed_in(gwynedd, mari), client_at(gwynedd, mari)

    ended = end_sessions(mari)

    assert ended == 2
    assert [is_in(by_form), is_in(otherwise)] == [False, False]


def test_signing_out_forgets_the_row_and_old_rows_are_purged(gwynedd, mari, clock):
    browser = signed_in(gwynedd, mari)
    browser.post("/account/logout/")
    after = OpenSession.objects.count()
    signed_in(gwynedd, mari)
    clock.shift(13 * 60 * MINUTE)
    purge_sessions()

    assert (after, OpenSession.objects.count()) == (0, 0)


def test_the_account_page_leads_there(gwynedd, mari):
    assert PAGE in signed_in(gwynedd, mari).get("/admin/account/").content.decode()


def test_a_session_from_before_there_were_limits_gets_them(gwynedd, mari, clock):
    browser = signed_in(gwynedd, mari)
    session = browser.session
    for name in ("entry_begun", "entry_seen", "entry_row", "entry_key"):
        del session[name]
    session.save()
    OpenSession.objects.all().delete()

    first = is_in(browser)
    row = OpenSession.objects.get()
    clock.shift(31 * MINUTE)

    assert first
    assert row.session_key == session.session_key
    assert not is_in(browser)
