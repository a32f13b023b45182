"""What each row of a list would become, or what is wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from cms.theme.forms import EmailField, PhoneField, TextField
from forms.casework.importing.columns import folded
from forms.casework.importing.models import UploadedList
from forms.casework.machine import Machine, Stage
from forms.casework.models import Case
from forms.casework.queries import open_ones

EARLIEST = date(1990, 1, 1)
LANGUAGES = {
    "cy": ("cy", "Welsh", "Cymraeg"),
    "en": ("en", "English", "Saesneg"),
    "either": ("either", "Either", "Both", "y naill neu’r llall", "y ddwy", "y ddau"),
}
_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%y")
_BRITISH = 10  # Digits of a number whose first nought a spreadsheet has eaten.


@dataclass(frozen=True)
class Checked:
    """A row: what was understood, and what is wrong, in words."""

    row: int
    told: Mapping[str, Any]
    faults: Sequence[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Whom it is about, as far as that could be read."""
        return str(self.told.get("name", ""))


class RowForm(forms.Form):
    """One row. Every fault is said in the language of whoever reads."""

    name = TextField(
        label=gettext_lazy("Name"),
        missing=gettext_lazy("The name is missing"),
        max_length=200,
    )
    email = EmailField(label=gettext_lazy("E-mail"), required=False)
    phone = PhoneField(label=gettext_lazy("Phone"), required=False)
    language = forms.CharField(label=gettext_lazy("Language"), required=False)
    spoken_language = forms.CharField(required=False)
    stage = forms.CharField(label=gettext_lazy("Stage"), required=False)
    received = forms.CharField(label=gettext_lazy("Received"), required=False)
    note = forms.CharField(required=False, max_length=5000)

    def __init__(self, data: Any, *, machine: Machine, language: str) -> None:
        super().__init__(data)
        self.machine = machine
        self.usual_language = language

    def clean_language(self) -> str:
        chosen = self._language("language") or self.usual_language
        if chosen == "either":
            raise ValidationError(_("Write “Welsh” or “English” for letters"))
        return chosen

    def clean_spoken_language(self) -> str:
        return self._language("spoken_language")

    def clean_stage(self) -> str:
        written = self.cleaned_data["stage"]
        if not written:
            return self.machine.initial[0]
        stage = stages_by_name(self.machine).get(folded(written))
        if stage is None:
            raise ValidationError(
                _("“%(stage)s” is no stage here") % {"stage": written[:40]}
            )
        if self.machine.closes(stage.key) or stage.dated:
            raise ValidationError(
                _("Nobody is taken in at “%(stage)s”") % {"stage": stage.name}
            )
        return stage.key

    def clean_received(self) -> datetime:
        written = self.cleaned_data["received"]
        day = _day(written) if written else timezone.localdate()
        if day is None:
            raise ValidationError(
                _("“%(day)s” is no date: write it like 24/11/2026")
                % {"day": written[:40]}
            )
        if not EARLIEST <= day <= timezone.localdate():
            raise ValidationError(_("The date is in the future, or too long ago"))
        midday = datetime.combine(day, datetime.min.time()).replace(hour=12)
        return min(timezone.make_aware(midday), timezone.now())

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        ways = {"email", "phone"}
        if not any(data.get(way) or way in self.errors for way in ways):
            self.add_error(None, _("An e-mail address or a phone number is missing"))
        return data

    def _language(self, name: str) -> str:
        written = folded(self.cleaned_data[name])
        if not written:
            return ""
        for code, words in LANGUAGES.items():
            if written in {folded(word) for word in words}:
                return code
        raise ValidationError(
            _("“%(language)s” is no language that we know")
            % {"language": self.cleaned_data[name][:40]}
        )


def check(uploaded: UploadedList, machine: Machine, language: str) -> list[Checked]:
    """Each row of the list, with its faults.

    Somebody who stands in the list twice, or has an open case here, is a fault: so a
    list can be sent again once it is mended. `language` is for whoever names none.
    """
    here = _who_is_here(uploaded)
    seen: dict[str, int] = {}
    checked = []
    for cells in uploaded.rows:
        number = int(cells["row"])
        form = RowForm(_whole(cells), machine=machine, language=language)
        faults = [str(said) for each in form.errors.values() for said in each]
        told = form.cleaned_data
        for key in _keys(told.get("email", ""), told.get("phone", "")):
            if key in here:
                faults.append(_("Already in the inbox: %(ref)s") % {"ref": here[key]})
                break
            if key in seen:
                faults.append(_("The same as row %(row)s") % {"row": seen[key]})
                break
            seen[key] = number
        checked.append(Checked(row=number, told=told, faults=faults))
    return checked


def stages_by_name(machine: Machine) -> dict[str, Stage]:
    """The stages by their names and those of the plain steps, in both languages."""
    named: dict[str, Stage] = {}
    for language in ("en", "cy"):
        with override(language):
            for stage in machine.stages:
                named.setdefault(folded(str(stage.name)), stage)
            for step in machine.steps:
                first = machine.stage(machine.stages_in(step.key)[0])
                # A step's own name wins: that is what most services see.
                named[folded(str(step.name))] = first
    return named


def _who_is_here(uploaded: UploadedList) -> dict[str, str]:
    cases = Case.objects.filter(site=uploaded.site_id, kind=uploaded.kind)
    known = open_ones(cases).only("site", "kind", "reference", "email", "phone")
    return {
        key: case.reference
        for case in known.iterator()
        for key in _keys(case.email, case.phone)
    }


def _keys(email: str, phone: str) -> Iterator[str]:
    """What tells that two rows are one person."""
    if email:
        yield email.casefold()
    digits = "".join(sign for sign in phone if sign.isdigit())
    if digits:
        yield digits[-_BRITISH:]


def _whole(cells: Mapping[str, str]) -> dict[str, str]:
    """The row with its name in one piece, and its number as people dial it."""
    parts = [cells.get("name", "")] if cells.get("name") else []
    parts = parts or [cells.get("first_name", ""), cells.get("last_name", "")]
    phone = cells.get("phone", "")
    if phone.isdigit() and len(phone) == _BRITISH and not phone.startswith("0"):
        phone = f"0{phone}"
    return {**cells, "name": " ".join(filter(None, parts)), "phone": phone}


def _day(written: str) -> date | None:
    for form in _DAYS:
        try:
            return datetime.strptime(written, form).date()  # noqa: DTZ007  # A day alone.
        except ValueError:
            continue
    return None
