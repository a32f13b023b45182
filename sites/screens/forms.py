"""The base of the settings' forms: sections, pairs of languages, what has changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _

from sites.models import Service
from sites.screens.fields import CHECKS

Words = str | Promise
SHOWN = "shown-"
"""Beside each setting stands, hidden, what the page showed of it."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """Fields under one heading, with a sentence that explains them."""

    title: Words
    help: Words = ""
    names: Sequence[str]


@dataclass(frozen=True)
class Change:
    """A setting before and after, as text; secrets have neither."""

    field: str
    old: str
    new: str
    is_secret: bool = False


class SettingsForm(forms.ModelForm):
    """A page of settings. `pairs` are settings that stand in both languages."""

    sections: ClassVar[Sequence[Section]] = ()
    pairs: Sequence[str] = ()
    secrets: ClassVar[frozenset[str]] = frozenset()

    class Meta:
        model = Service
        fields: ClassVar[list[str]] = []

    def __init__(self, data: Any = None, *, service: Service, **options: Any) -> None:
        super().__init__(data, instance=service, prefix=None, **options)
        self.service = service
        self.prepare()
        for name, field in self.fields.items():
            field.widget.attrs.setdefault("autocomplete", "off")
            if name in service.REQUIRED_TO_OPEN:
                field.widget.attrs["data-needed"] = "true"

    def prepare(self) -> None:
        """Add or change fields by what is known of the service."""

    def laid_out(self) -> Iterator[tuple[Section, list[BoundField]]]:
        """Each section with its fields, for the template."""
        for section in self.shown_sections():
            yield section, [self[name] for name in section.names]

    def shown(self) -> Iterator[tuple[str, str]]:
        """What the page shows of each setting, for its hidden fields; no secret."""
        for bound in self:
            if bound.name not in self.secrets:
                name = f"{SHOWN}{bound.name}"
                yield name, self.data.get(name, as_text(bound.initial))

    def shown_sections(self) -> Sequence[Section]:
        """The sections of the page."""
        return self.sections

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for name in self.fields:
            self._check(name, data.get(name))
        for pair in self.pairs:
            self._check_pair(pair, data)
        return data

    def _check(self, name: str, value: Any) -> None:
        if name in self.errors:
            return
        if value and name in CHECKS:
            try:
                CHECKS[name](value)
            except ValidationError as error:
                self.add_error(name, error)
        elif not value and name in Service.REQUIRED_TO_OPEN and self.initial.get(name):
            self.add_error(
                name, _("The forms cannot stay open without this. Write the new one.")
            )

    def _check_pair(self, pair: str, data: dict[str, Any]) -> None:
        """Both languages or neither: a reader never sees the other one."""
        english, welsh = f"{pair}_en", f"{pair}_cy"
        if data.get(english) and not data.get(welsh) and welsh not in self.errors:
            self.add_error(welsh, _("Write it in Welsh too: a reader sees only one."))
        if data.get(welsh) and not data.get(english) and english not in self.errors:
            self.add_error(
                english, _("Write it in English too: a reader sees only one.")
            )

    @cached_property
    def changed_data(self) -> list[str]:
        """What differs from what stands, but for what was left as the page showed it.

        Somebody else has saved that meanwhile, or another window of one's own.
        """
        return [name for name in super().changed_data if not self._was_left(name)]

    def _was_left(self, name: str) -> bool:
        shown = self.data.get(f"{SHOWN}{name}")
        if shown is None or name not in getattr(self, "cleaned_data", {}):
            return False
        return bool(shown == as_text(self.cleaned_data[name]))

    def changes(self) -> list[Change]:
        """What was typed that differs from what stands."""
        found = []
        for name in self.changed_data:
            if name in self.secrets:
                found.append(Change(name, "", "", is_secret=True))
                continue
            old, new = as_text(self.initial.get(name)), as_text(self.cleaned_data[name])
            if old != new:
                found.append(Change(name, old, new))
        return found

    def keep(self, locked: Service) -> None:
        """Write what changed into the service's row, which is locked; saved after."""
        for name in self.changed_data:
            if name in self.Meta.fields:
                setattr(locked, name, self.cleaned_data[name])


def as_text(value: Any) -> str:
    """A value as the list of changes keeps it."""
    if value is None:
        return ""
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(sorted(map(str, value)))
    return str(value)
