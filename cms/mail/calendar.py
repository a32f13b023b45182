"""A meeting that a mail carries, for the calendar of whoever gets it (RFC 5545, 5546).

It is a request, not a publication: calendar programs then follow a later change or
cancellation by themselves, and an answer goes to the service's own address. Nobody
needs an account.
"""

import datetime as dt
from dataclasses import dataclass
from email.mime.text import MIMEText
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from icalendar import Alarm, Calendar, Event, Timezone, vCalAddress

from cms.models.outbox import OutboundEmail

CALENDAR = "calendar"
"""The key in a mail's context under which its calendar lies."""
LONDON = ZoneInfo("Europe/London")
FILE_NAME = "invitation.ics"
# Written out: the library puts the spring change an hour late.
_LONDON_RULES = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
DTSTART:19700329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
DTSTART:19701025T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """When, where, and between whom; each change has the next `sequence`."""

    uid: str
    sequence: int
    begins: dt.datetime
    ends: dt.datetime
    summary: str
    where: str
    description: str
    organiser: str
    organiser_name: str
    guest: str
    cancelled: bool = False


def calendar_of(meeting: Meeting) -> str:
    """The meeting as a calendar file, in London time, with what that time means."""
    calendar = Calendar()
    calendar.add("prodid", "-//IV services//Mail//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if meeting.cancelled else "REQUEST")
    calendar.add_component(Timezone.from_ical(_LONDON_RULES))
    calendar.add_component(_event(meeting))
    return bytes(calendar.to_ical()).decode()


def _event(meeting: Meeting) -> Event:
    event = Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", timezone.now().astimezone(dt.UTC))
    event.add("dtstart", meeting.begins.astimezone(LONDON))
    event.add("dtend", meeting.ends.astimezone(LONDON))
    event.add("summary", meeting.summary)
    event.add("location", meeting.where)
    event.add("description", meeting.description)
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    organiser = vCalAddress(f"mailto:{meeting.organiser}")
    organiser.params["CN"] = meeting.organiser_name.replace('"', "’")
    event.add("organizer", organiser)
    event.add("attendee", _guest(meeting.guest))
    if not meeting.cancelled:
        event.add_component(_reminder(meeting))
    return event


def _guest(address: str) -> vCalAddress:
    guest = vCalAddress(f"mailto:{address}")
    guest.params["PARTSTAT"] = "NEEDS-ACTION"
    guest.params["RSVP"] = "TRUE"
    return guest


def _reminder(meeting: Meeting) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", meeting.summary)
    alarm.add("trigger", dt.timedelta(hours=-2))
    return alarm


@sensitive_variables()
def sent_to(said: str, guest: str) -> str:
    """A calendar file as another address gets it: the same event, said anew.

    Its `sequence` stays: nothing of the meeting has changed, and where a later mail has
    changed it meanwhile, that one goes on to hold.
    """
    calendar = Calendar.from_ical(said)
    for event in calendar.walk("VEVENT"):
        event["ATTENDEE"] = _guest(guest)
        del event["DTSTAMP"]
        event.add("dtstamp", timezone.now().astimezone(dt.UTC))
    return bytes(calendar.to_ical()).decode()


def calendar_part(email: OutboundEmail) -> MIMEText | None:
    """The calendar file that a mail carries, ready to be attached; None without one."""
    said = email.context.get(email.languages[0], {}).get(CALENDAR, "")
    if not said:
        return None
    part = MIMEText(said, "calendar", "utf-8")
    method = "CANCEL" if "\nMETHOD:CANCEL" in said else "REQUEST"
    part.set_param("method", method)
    part.add_header("Content-Disposition", "attachment", filename=FILE_NAME)
    return part
