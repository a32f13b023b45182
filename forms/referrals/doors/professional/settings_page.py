"""A page of settings: between which reasons professionals choose when they ask."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.activation import is_on
from forms.referrals.doors.professional.reasons import (
    MOST,
    Reason,
    keep_reasons,
    next_key,
    reasons_of,
)
from forms.referrals.own_choices import KIND
from sites.models import Service
from sites.screens import Group, Section, SettingsForm, register_groups

NEW_ROWS = 2
LONGEST = 80
PARTS = ("en", "cy", "place", "shown")


class ReasonsForm(SettingsForm):
    """A section for each reason, and room for some more."""

    class Meta(SettingsForm.Meta):
        fields: ClassVar[list[str]] = []

    @cached_property
    def reasons(self) -> list[Reason]:
        """Those that the page shows, in their order."""
        return reasons_of(self.service)

    @property
    def new_rows(self) -> list[str]:
        """The names of the empty rows in which a reason can be added."""
        room = min(NEW_ROWS, MOST - len(self.reasons))
        return [f"new_{number}" for number in range(1, room + 1)]

    def prepare(self) -> None:
        for place, reason in enumerate(self.reasons, start=1):
            self._add_reason(place, reason)
        for name in self.new_rows:
            self._add_words(name, _("A new reason"))
        self.pairs = [*(reason.key for reason in self.reasons), *self.new_rows]

    def _add_reason(self, place: int, reason: Reason) -> None:
        words = reason.words_in((get_language() or "en")[:2])
        self._add_words(reason.key, words)
        self.fields[f"{reason.key}_place"] = forms.IntegerField(
            label=_("%(reason)s: place in the list") % {"reason": words},
            min_value=1,
            max_value=MOST,
        )
        self.fields[f"{reason.key}_shown"] = forms.BooleanField(
            label=_("%(reason)s: offer it") % {"reason": words}, required=False
        )
        now = (
            reason.words_in("en"),
            reason.words_in("cy"),
            place,
            reason.shown,
        )
        for part, value in zip(PARTS, now, strict=True):
            self.initial[f"{reason.key}_{part}"] = value

    def _add_words(self, name: str, words: str) -> None:
        for code, label in (
            ("en", _("%(reason)s: in English")),
            ("cy", _("%(reason)s: in Welsh")),
        ):
            self.fields[f"{name}_{code}"] = forms.CharField(
                label=label % {"reason": words}, max_length=LONGEST, required=False
            )

    def shown_sections(self) -> list[Section]:
        language = (get_language() or "en")[:2]
        return [
            *(
                Section(
                    title=reason.words_in(language),
                    names=[f"{reason.key}_{part}" for part in PARTS],
                )
                for reason in self.reasons
            ),
            *(
                Section(title=_("A new reason"), names=[f"{row}_en", f"{row}_cy"])
                for row in self.new_rows
            ),
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for reason in self.reasons:
            name = f"{reason.key}_en"
            if reason.is_added and not data.get(name) and name not in self.errors:
                self.add_error(name, _("Write it, or no longer offer it."))
        return data

    def keep(self, locked: Service) -> None:
        """Write what was changed into the list as it stands now."""
        now = reasons_of(locked)
        placed = sorted(
            enumerate(now, start=1), key=lambda each: self._place(each[1], each[0])
        )
        kept = [self._as_changed(reason) for _place, reason in placed]
        for row in self.new_rows:
            if f"{row}_en" in self.changed_data:
                key = next_key(kept)
                kept.append(Reason(key=key, **dict(self._changed(row, ("en", "cy")))))
        keep_reasons(locked, kept)

    def _place(self, reason: Reason, place: int) -> float:
        """Where it goes: one that was moved stands before or behind who was there."""
        name = f"{reason.key}_place"
        if name not in self.changed_data:
            return place
        wanted = int(self.cleaned_data[name])
        return wanted - 0.5 if wanted < place else wanted + 0.5

    def _as_changed(self, reason: Reason) -> Reason:
        return replace(reason, **dict(self._changed(reason.key, ("en", "cy", "shown"))))

    def _changed(self, name: str, parts: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        for part in parts:
            if f"{name}_{part}" in self.changed_data:
                yield part, self.cleaned_data[f"{name}_{part}"]


@register_groups
def reasons_group(site: Site) -> list[Group]:
    """The page, where professionals can ask."""
    if not is_on(site, KIND):
        return []
    return [
        Group(
            key="why-now",
            title=gettext_lazy("Why a request comes now"),
            summary=gettext_lazy(
                "What professionals can tick when they ask for a visitor. Say it in"
                " your own words, in both languages; change the order, hide or add. A"
                " request keeps the words that were asked. Empty words are ours again."
            ),
            icon="list-ul",
            form=ReasonsForm,
        )
    ]
