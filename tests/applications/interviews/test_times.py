"""Clock time in Britain, as a moment and in a calendar file, across both changes."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from cms.mail import LONDON, Meeting, calendar_of
from forms.applications.interviews.errors import NoSuchTime, TimeComesTwice
from forms.applications.interviews.times import moment_in_britain

FORWARD, BACK = dt.date(2027, 3, 28), dt.date(2027, 10, 31)
CHANGES = st.sampled_from(
    [dt.date(2026, 10, 25), FORWARD, BACK, dt.date(2028, 3, 26), dt.date(2031, 10, 26)]
)
NEAR_CHANGES = st.builds(
    lambda day, off: day + dt.timedelta(days=off), CHANGES, st.integers(-2, 2)
)
DAYS = NEAR_CHANGES | st.integers(739_617, 743_268).map(dt.date.fromordinal)  # To 2035.
TIMES = st.builds(
    dt.time, st.integers(0, 23), st.integers(0, 59), fold=st.integers(0, 1)
)
UNHURRIED = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)


def meeting(begins: dt.datetime, **changes) -> Meeting:
    facts = {
        "uid": "1@gwynedd.example",
        "sequence": 0,
        "begins": begins,
        "ends": begins.astimezone(dt.UTC) + dt.timedelta(minutes=45),
        "summary": "Cyfweliad",
        "where": "Caernarfon; llawr 2, ystafell 3",
        "description": "Cyfeirnod: GWY-1\nBydd y cyfweliad yn Gymraeg.",
        "organiser": "ymwelwyr@gwynedd.example",
        "organiser_name": "Ymwelwyr Annibynnol Gwynedd",
        "guest": "sian@post.example",
    }
    return Meeting(**{**facts, **changes})


def zone_of(file: str) -> dt.tzinfo:
    """What the file itself says of its zone, for a program that knows no London."""
    own = file.replace("Europe/London", "Our/Own")
    [zone] = Calendar.from_ical(own).walk("VTIMEZONE")
    return zone.to_tz(lookup_tzid=False)


@pytest.mark.parametrize(
    ("day", "time", "error"),
    [
        (FORWARD, dt.time(1, 0), NoSuchTime),
        (FORWARD, dt.time(1, 59), NoSuchTime),
        (BACK, dt.time(1, 0), TimeComesTwice),
        (BACK, dt.time(1, 59), TimeComesTwice),
    ],
)
def test_where_the_clocks_change_the_hour_is_refused(day, time, error):
    with pytest.raises(error):
        moment_in_britain(day, time)


@pytest.mark.parametrize(("day", "hours"), [(FORWARD, 1), (BACK, 3)])
def test_the_hours_beside_a_change_are_not_refused(day, hours):
    before, after = (
        moment_in_britain(day, dt.time(hour)).astimezone(dt.UTC) for hour in (0, 2)
    )
    just_before = moment_in_britain(day, dt.time(0, 59)).astimezone(dt.UTC)

    assert after - before == dt.timedelta(hours=hours)
    assert just_before - before == dt.timedelta(minutes=59)


@UNHURRIED
@given(day=DAYS, time=TIMES)
def test_every_time_that_is_taken_comes_back_from_the_file_as_it_was(day, time):
    try:
        begins = moment_in_britain(day, time)
    except (NoSuchTime, TimeComesTwice):
        assert time.hour == 1
        return
    made = meeting(begins)

    file = calendar_of(made)

    [event] = Calendar.from_ical(file).walk("VEVENT")
    shown = event.decoded("DTSTART")
    assert f"DTSTART;TZID=Europe/London:{day:%Y%m%d}T{time:%H%M}00" in file
    assert shown.replace(tzinfo=None) == dt.datetime.combine(day, time)
    assert shown.astimezone(dt.UTC) == begins.astimezone(dt.UTC)
    assert event.decoded("DTEND").astimezone(dt.UTC) == made.ends


@UNHURRIED
@given(day=DAYS)
def test_the_zone_in_the_file_is_londons_at_every_quarter_of_every_day(day):
    own = zone_of(FILE)
    midnight = dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)
    day_long = [midnight + dt.timedelta(minutes=15 * quarter) for quarter in range(96)]

    read = [moment.astimezone(own).utcoffset() for moment in day_long]

    assert read == [moment.astimezone(LONDON).utcoffset() for moment in day_long]


FILE = calendar_of(
    meeting(dt.datetime(2027, 5, 4, 14, 0, tzinfo=ZoneInfo("Europe/London")))
)


def test_the_file_is_one_that_calendar_programs_follow():
    lines = FILE.split("\r\n")
    begins = dt.datetime(2027, 5, 4, 14, 0, tzinfo=LONDON)
    off = calendar_of(meeting(begins, cancelled=True, sequence=3))
    quoted = calendar_of(meeting(begins, organiser_name='Y "Criw", Gwynedd'))

    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert {"METHOD:REQUEST", "STATUS:CONFIRMED", "BEGIN:VALARM"} <= set(lines)
    assert {"METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3"} <= set(off.split("\r\n"))
    assert "BEGIN:VALARM" not in off
    assert max(len(line.encode()) for line in lines) <= 75
    [event] = Calendar.from_ical(quoted).walk("VEVENT")
    assert event["ORGANIZER"].params["CN"] == "Y ’Criw’, Gwynedd"
