"""Logged changes in the words of whoever reads them."""

from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from sites.models import Service, SettingChange
from sites.screens.groups import Group


@dataclass(frozen=True)
class Said:
    """One change, for the list."""

    change: SettingChange
    label: str
    old: str
    new: str


def said(
    rows: list[SettingChange], service: Service, groups: list[Group]
) -> list[Said]:
    """Each change with its setting's name and its values as the page shows them.

    Fields are asked once a page of settings; what no page has any more keeps its code.
    """
    wanted = {row.group for row in rows}
    forms = {g.key: g.form(service=service) for g in groups if g.key in wanted}
    return [_said(row, forms.get(row.group)) for row in rows]


def _said(row: SettingChange, form: Any) -> Said:
    field = form.fields.get(row.field) if form else None
    label = str(field.label) if field else _row_label(row.field)
    return Said(row, capfirst(label), _value(row.old, field), _value(row.new, field))


def _row_label(name: str) -> str:
    names = {"closed_day": _("Closed day"), "cover": _("Cover")}
    return names.get(name, name)


def _value(text: str, field: Any) -> str:
    if text in ("True", "False"):
        return (
            pgettext("setting", "ticked")
            if text == "True"
            else pgettext("setting", "not ticked")
        )
    choices = {str(k): str(v) for k, v in getattr(field, "choices", ())}
    parts = text.split(", ") if choices else [text]
    return ", ".join(choices.get(part, part) for part in parts)
