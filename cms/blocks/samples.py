"""What each block shows in the editor's chooser, in the editor's language."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

Value = dict[str, Any]


def text() -> str:
    heading, words = _("What a visit is like"), _("Somebody comes who wants to come.")
    more = _("A chat, a walk, a game of pool. Month after month.")
    return f"<h2>{heading}</h2><p>{words} {more}</p>"


def quote() -> Value:
    words = _("It rained, the café was shut, and we laughed about it.")
    return {"text": words, "by": _("A visitor, after the third visit")}


def callout() -> Value:
    return {
        "heading": _("You need no qualification"),
        "html": "<p>" + _("Time once a month, and patience.") + "</p>",
    }


def warning() -> Value:
    return {"html": "<p>" + _("Checks take weeks. We tell you how they go.") + "</p>"}


def contact() -> Value:
    return {"html": "<p><b>" + _("Ring us") + "</b><br>01632 960001</p>"}


def steps() -> Value:
    return {
        "items": [
            {"heading": _("Say hello"), "html": "<p>" + _("On your phone.") + "</p>"},
            {"heading": _("A talk"), "html": "<p>" + _("Ask us anything.") + "</p>"},
            {"heading": _("Checks and training"), "html": ""},
        ]
    }


def cards() -> Value:
    return _cards(
        (_("Foster carers"), _("What it means for you.")),
        (_("Social workers"), _("When to ask for a visitor.")),
    )


def doors() -> Value:
    return _cards(
        (_("I would like to be a visitor"), ""),
        (_("I would like to ask for a visitor"), ""),
        (_("I am in care"), _("A page for you.")),
        (_("I work with children"), ""),
    )


def _cards(*said: tuple[str, str]) -> Value:
    items = [{"heading": head, "text": text, "link": None} for head, text in said]
    return {"items": items}


def faq() -> Value:
    return {
        "items": [
            {"question": _("How often would I visit?"), "html": "<p></p>"},
            {"question": _("Are my travel costs paid?"), "html": "<p></p>"},
        ]
    }


def statistic() -> Value:
    return {
        "number": "120",
        "label": _("young people were looked after here in March."),
        "source": _("The name of the publication, and its year"),
    }


def video() -> Value:
    return {
        "title": _("A walk with a visitor"),
        "address": "https://vimeo.com/1",
        "captions": _("The video has subtitles in English and Welsh."),
    }


def table() -> Value:
    columns = [("text", _("Day")), ("text", _("Where")), ("number", _("Places"))]
    monday = pgettext("at the head of a row", "Monday")
    friday = pgettext("at the head of a row", "Friday")
    rows = [(monday, "Bangor", "12"), (friday, "Exeter", "8")]
    return {
        "table": {
            "caption": _("When we meet"),
            "columns": [{"type": kind, "heading": name} for kind, name in columns],
            "rows": [{"values": list(row)} for row in rows],
        },
        "names_rows": True,
    }


def story() -> Value:
    return {
        "heading": _("Pancakes and football"),
        "quote": quote()["text"],
        "by": quote()["by"],
        "image": None,
        "link": None,
    }


def waiting() -> Value:
    return {"number": 12, "counted_on": dt.date(2027, 5, 3)}
