"""Answers as the rows of a summary list."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _

from cms.theme.forms.choosing import OptionsField
from forms.journeys.snapshot import display
from forms.journeys.walk import Walk


def sections_of(
    walk: Walk, change_address: Callable[[str, str], str]
) -> list[dict[str, Any]]:
    """Each section that has answers: title, address and rows of its summary list.

    `change_address` gives the address of a step from "check", or from "section" to go
    through a whole section again.
    """
    sections: dict[str, dict[str, Any]] = {}
    for step in walk.steps:
        title = walk.journey.section_title(step.section)
        again = change_address(step.key, "section")
        section = sections.setdefault(
            step.section, {"title": title, "href": again, "rows": []}
        )
        section["rows"] += _rows(walk, step, change_address(step.key, "check"))
    return [section for section in sections.values() if section["rows"]]


def _rows(walk: Walk, step: Any, href: str) -> Iterator[dict[str, Any]]:
    form = step.form(walk.situation)
    shown = {field.name for field in form.shown_fields}
    for name, field in form.fields.items():
        value = walk.answers.get(name)
        if name not in shown and not value:
            continue
        change = {
            "href": href,
            "text": _("Change"),
            "visually_hidden_text": str(field.label),
        }
        yield {
            "key": {"text": field.label},
            "value": {"text": _answer(field, value) or _("Not given")},
            "actions": {"links": [change]},
        }


def _answer(field: Any, value: Any) -> str:
    """The answer; an English name among Welsh words is marked as such."""
    shown = display(field, value)
    language = field.language_of(value) if isinstance(field, OptionsField) else ""
    if not language:
        return shown
    return format_html('<span lang="{}">{}</span>', language, shown)
