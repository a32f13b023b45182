"""An interview for tests: what is agreed, what is posted, what the mails say."""

import datetime as dt
from typing import Any

from icalendar import Calendar

from cms.mail import OutboundEmail
from cms.mail.message import message_of
from cms.mail.rendering import rendered
from forms.applications.interviews.booking import Arrangement

NOW = dt.datetime(2026, 11, 28, 9, 0, tzinfo=dt.UTC)
PLACE = "Swyddfa’r Cyngor, Caernarfon"
DAY = dt.date(2027, 5, 4)
INVITATION = "applications/interview"
CALLED_OFF = "applications/interview_off"
FOR_STAFF = "applications/interview_for_staff"


def arranged(**changes: Any) -> Arrangement:
    """Tuesday 4 May 2027 at two, in Caernarfon and in Welsh, unless told otherwise."""
    facts: dict[str, Any] = {
        "day": DAY,
        "time": dt.time(14, 0),
        "minutes": 45,
        "way": "place",
        "where": PLACE,
        "language": "cy",
    }
    return Arrangement(**{**facts, **changes})


def posted(host: Any, **changes: str) -> dict[str, str]:
    """The same, as its form posts it."""
    return {
        "day": "2027-05-04",
        "time": "14:00",
        "minutes": "45",
        "way": "place",
        "where": PLACE,
        "language": "cy",
        "host": str(host.pk),
        "seen": "submitted",
        "version": "",
        **changes,
    }


def mails(template: str = INVITATION) -> list[Any]:
    """The messages made of a template, oldest first."""
    found = OutboundEmail.objects.filter(template=template).order_by("pk")
    return [message_of(rendered(mail)) for mail in found]


def event_of(message: Any) -> tuple[str, Any]:
    """The method and the one event of the calendar file that a message carries."""
    [part] = message.attachments
    assert part.get_content_type() == "text/calendar"
    assert part.get_filename() == "invitation.ics"
    calendar = Calendar.from_ical(part.get_payload(decode=True))
    assert part.get_param("method") == calendar["METHOD"]
    [event] = calendar.walk("VEVENT")
    return str(calendar["METHOD"]), event
