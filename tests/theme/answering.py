"""Forms of one field, sent and drawn."""

from bs4 import BeautifulSoup
from django import forms
from django.http import QueryDict

from cms.theme.forms import GovukForm


class Asked(GovukForm):
    """One field, whatever it is."""


def answered(field: forms.Field, query: str) -> GovukForm:
    """A form of one field named `it`, sent with this query string."""
    form = Asked(QueryDict(query))
    form.fields["it"] = field
    return form


def errors_of(field: forms.Field, query: str) -> list[str]:
    form = answered(field, query)
    form.is_valid()
    return list(form.errors.get("it", []))


def cleaned(field: forms.Field, query: str) -> object:
    form = answered(field, query)
    assert form.is_valid(), form.errors
    return form.cleaned_data["it"]


def drawn(form: forms.BaseForm) -> BeautifulSoup:
    return BeautifulSoup(str(form), "html.parser")


def dated(typed: str) -> str:
    day, month, year = typed.split("-")
    return f"it-day={day}&it-month={month}&it-year={year}"
