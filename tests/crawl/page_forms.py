"""The forms that a screen shows, as a browser would send them."""

import json
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, Tag

COUNTING = ("_FORMS", "-order", "-ORDER", "-count", "-deleted", "-type")
"""Fields that say how many parts a form has."""


@dataclass
class Form:
    """What is sent, and which of it chooses a row."""

    data: dict[str, Any] = field(default_factory=dict)
    choosing: list[str] = field(default_factory=list)


def forms_in(answer: Any) -> list[Form]:
    """The forms with method POST on a screen or in a dialog."""
    if answer.status_code != 200 or answer.streaming:
        return []
    text = answer.content.decode(errors="replace")
    if answer.get("Content-Type", "").startswith("application/json"):
        text = _html_of(text)
    if "<form" not in text:
        return []
    soup = BeautifulSoup(text, "html.parser")
    found = [_form(tag) for tag in soup.find_all("form") if _is_posted(tag)]
    return [form for form in found if form.data]


def _html_of(text: str) -> str:
    try:
        told = json.loads(text)
    except ValueError:
        return ""
    return str(told.get("html", "")) if isinstance(told, dict) else ""


def _is_posted(tag: Tag) -> bool:
    if "logout" in str(tag.get("action", "")):
        return False
    return str(tag.get("method", "get")).lower() == "post"


def _form(tag: Tag) -> Form:
    form = Form()
    for control in tag.find_all(["input", "select", "textarea", "button"]):
        name = control.get("name")
        if name and not control.has_attr("disabled"):
            _fill(form, str(name), control)
    for block in tag.select("[data-block]"):
        # Written by a script: here it has no parts.
        form.data.setdefault(f"{block.get('id')}-count", "0")
    return form


def _fill(form: Form, name: str, control: Tag) -> None:
    kind = str(control.get("type", "")).lower()
    if control.name == "select":
        options = control.find_all("option")
        chosen = [o for o in options if o.has_attr("selected")] or options[:1]
        form.data[name] = [str(o.get("value", "")) for o in chosen]
        _note(form, name)
    elif control.name == "textarea":
        form.data[name] = control.text.removeprefix("\n")
    elif control.name == "button":
        if name.startswith("action-"):
            return  # One button is pressed, and not by us.
        form.data.setdefault(name, str(control.get("value", "")))
    elif kind in ("checkbox", "radio"):
        if control.has_attr("checked"):
            values = form.data.setdefault(name, [])
            values.append(str(control.get("value", "on")))
        if str(control.get("value", "on")).isdigit():
            _note(form, name)
    elif kind not in ("file", "submit", "image"):
        form.data[name] = str(control.get("value", ""))
        if kind in ("hidden", "number") and _may_choose(name, form.data[name]):
            _note(form, name)


def _may_choose(name: str, value: str) -> bool:
    if name == "csrfmiddlewaretoken" or name.endswith(COUNTING):
        return False
    return value == "" or value.isdigit()


def _note(form: Form, name: str) -> None:
    if name not in form.choosing:
        form.choosing.append(name)
