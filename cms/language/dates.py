"""Dates and times in words: «dydd Llun 3 Mai 2027», 14:00; Monday 3 May 2027, 2pm.

Written out here, not through a catalogue: Django's Welsh misspells July and starts
the names of days with a capital.
"""

import datetime

from django.utils import timezone
from django.utils.translation import get_language

DAYS = {
    "en": (
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
        *("Saturday", "Sunday"),
    ),
    "cy": (
        *("dydd Llun", "dydd Mawrth", "dydd Mercher", "dydd Iau", "dydd Gwener"),
        *("dydd Sadwrn", "dydd Sul"),
    ),
}
MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    "cy": (
        *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf"),
        *("Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
    ),
}
_AT = {"en": "at", "cy": "am"}


def plain_date(date: datetime.date, language: str | None = None) -> str:
    """3 May 2027; 3 Mai 2027."""
    here = _local(date)
    return f"{here.day} {MONTHS[_known(language)][here.month - 1]} {here.year}"


def long_date(date: datetime.date, language: str | None = None) -> str:
    """Monday 3 May 2027; dydd Llun 3 Mai 2027 (a small d, as in a sentence)."""
    day = DAYS[_known(language)][_local(date).weekday()]
    return f"{day} {plain_date(date, language)}"


def clock_time(
    moment: datetime.datetime | datetime.time, language: str | None = None
) -> str:
    """2pm or 2:30pm in English, midday and midnight named; 14:00 in Welsh."""
    time = _in_britain(moment) if isinstance(moment, datetime.datetime) else moment
    if _known(language) == "cy":
        return f"{time.hour:02}:{time.minute:02}"
    if time.minute == 0 and time.hour % 12 == 0:
        return "midday" if time.hour else "midnight"
    minutes = f":{time.minute:02}" if time.minute else ""
    return f"{(time.hour - 1) % 12 + 1}{minutes}{'am' if time.hour < 12 else 'pm'}"


def long_date_and_time(moment: datetime.datetime, language: str | None = None) -> str:
    """Monday 3 May 2027 at 2pm; dydd Llun 3 Mai 2027 am 14:00."""
    at = _AT[_known(language)]
    return f"{long_date(moment, language)} {at} {clock_time(moment, language)}"


def _known(language: str | None) -> str:
    return "cy" if (language or get_language() or "en").startswith("cy") else "en"


def _local(date: datetime.date) -> datetime.date:
    return _in_britain(date) if isinstance(date, datetime.datetime) else date


def _in_britain(moment: datetime.datetime) -> datetime.datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment
