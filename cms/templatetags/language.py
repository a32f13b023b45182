"""Dates and counts in the reader's language: {% load language %}."""

import datetime

from django import template

from cms.language import dates
from cms.language.counting import counted as count_in_words
from cms.language.yes_no import yes_no_word

register = template.Library()


@register.filter
def long_date(date: datetime.date | None) -> str:
    """Monday 3 May 2027; dydd Llun 3 Mai 2027."""
    return dates.long_date(date) if date else ""


@register.filter
def plain_date(date: datetime.date | None) -> str:
    """3 May 2027; 3 Mai 2027."""
    return dates.plain_date(date) if date else ""


@register.filter
def clock_time(moment: datetime.datetime | datetime.time | None) -> str:
    """2:30pm; 14:30."""
    return dates.clock_time(moment) if moment else ""


@register.filter
def long_date_and_time(moment: datetime.datetime | None) -> str:
    """Monday 3 May 2027 at 2pm; dydd Llun 3 Mai 2027 am 14:00."""
    return dates.long_date_and_time(moment) if moment else ""


@register.filter
def counted(number: int, noun: str) -> str:
    """{{ 3|counted:"plentyn" }}: 3 children; 3 phlentyn."""
    return count_in_words(number, noun)


@register.filter
def yes_no(answer: bool, pair: str) -> str:
    """{{ answer|yes_no:"oes" }}: Yes; Oes."""
    return yes_no_word(pair, answer)
