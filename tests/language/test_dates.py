"""Dates, times and the reading of dates in both languages."""

import datetime as dt
import re

import pytest
from django import forms
from django.template import Context, Template
from django.utils import formats
from django.utils.timezone import get_default_timezone
from django.utils.translation import override

from cms.language import clock_time, long_date, plain_date
from cms.language.catalogue import ROOT, SOURCES
from cms.language.dates import MONTHS, long_date_and_time

MONDAY = dt.date(2027, 5, 3)


def test_a_long_date_names_the_day_with_a_small_d_in_welsh():
    assert long_date(MONDAY, "cy") == "dydd Llun 3 Mai 2027"
    assert long_date(MONDAY, "en") == "Monday 3 May 2027"
    assert plain_date(MONDAY, "cy") == "3 Mai 2027"


def test_july_is_spelt_gorffennaf():
    assert MONTHS["cy"][6] == "Gorffennaf"
    with override("cy"):
        assert formats.date_format(dt.date(2027, 7, 1)) == "1 Gorffennaf 2027"


@pytest.mark.parametrize(
    ("time", "english", "welsh"),
    [
        (dt.time(14), "2pm", "14:00"),
        (dt.time(14, 30), "2:30pm", "14:30"),
        (dt.time(9, 5), "9:05am", "09:05"),
        (dt.time(0), "midnight", "00:00"),
        (dt.time(0, 1), "12:01am", "00:01"),
        (dt.time(12), "midday", "12:00"),
        (dt.time(12, 15), "12:15pm", "12:15"),
    ],
)
def test_a_time_is_written_as_each_language_writes_it(time, english, welsh):
    assert clock_time(time, "en") == english
    assert clock_time(time, "cy") == welsh


def test_a_moment_is_told_in_the_time_of_britain():
    summer = dt.datetime(2027, 7, 1, 23, 30, tzinfo=dt.UTC)

    assert long_date_and_time(summer, "en") == "Friday 2 July 2027 at 12:30am"
    assert long_date_and_time(summer, "cy") == "dydd Gwener 2 Gorffennaf 2027 am 00:30"


def test_the_filters_follow_the_active_language_and_bear_nothing():
    template = Template(
        "{% load language %}{{ d|long_date }}|{{ d|plain_date }}|{{ t|clock_time }}|"
        "{{ none|long_date }}{{ none|clock_time }}{{ none|long_date_and_time }}"
    )
    context = Context({"d": MONDAY, "t": dt.time(14), "none": None})

    with override("cy"):
        assert template.render(context) == "dydd Llun 3 Mai 2027|3 Mai 2027|14:00|"
    with override("en"):
        assert template.render(context) == "Monday 3 May 2027|3 May 2027|2pm|"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_typed_date_has_the_day_first_in_both_languages(language):
    with override(language):
        assert forms.DateField().clean("05/06/2000") == dt.date(2000, 6, 5)
        assert forms.DateField().clean("2000-06-05") == dt.date(2000, 6, 5)


def test_stock_times_are_on_the_right_clock():
    moment = dt.datetime(2027, 5, 3, 14, 0, tzinfo=get_default_timezone())

    with override("cy"):
        assert formats.date_format(moment, "DATETIME_FORMAT") == "3 Mai 2027, 14:00"
        assert formats.time_format(moment, "TIME_FORMAT") == "14:00"
    with override("en"):
        assert formats.date_format(moment, "SHORT_DATE_FORMAT") == "03/05/2027"


STOCK = re.compile(r"\|(?:date|time|naturalday|naturaltime)\b(?::\"([^\"]*)\")?")


def test_no_template_writes_a_date_or_a_time_in_a_way_of_its_own():
    # Machines read Y-m-d; Django's own name of a format is ours (cms/language/formats).
    own = {
        f"{path.relative_to(ROOT)}: {written}"
        for source in SOURCES
        for path in (ROOT / source).rglob("templates/**/*.*")
        if path.suffix in {".html", ".txt"}
        for written in STOCK.findall(path.read_text(encoding="utf-8"))
        if written not in {"Y-m-d", "DATE_FORMAT"}
    }

    assert own == set()
