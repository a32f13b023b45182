"""A whole journey on one page: staff key in what somebody wrote on paper.

The steps, their fields and their checks are those of the public form. What was left out
on the paper can be waived, and stands as not given; nothing is made up.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from forms.journeys.declaring import Journey, Situation, Step, Words
from forms.journeys.forms import StepForm
from forms.journeys.screen_slugs import LANGUAGES
from forms.journeys.snapshot import snapshot
from forms.journeys.walk import Walk

LACKS = "not_given"
"""Marks a row of a snapshot of which the paper gave no answer."""
NOT_GIVEN = gettext_lazy("Not given on paper")


@dataclass
class Part:
    """One step on the sheet. It is new where the last page did not show it yet."""

    step: Step
    form: StepForm
    is_new: bool
    left_out: dict[str, str | Promise] = field(default_factory=dict)

    @property
    def title(self) -> Words:
        """The step's title, where it asks several things; else its question says it."""
        return self.step.title if len(self.form.shown_fields) > 1 else ""


@dataclass
class SheetSection:
    """Parts under one heading."""

    key: str
    title: Words
    parts: list[Part]


class Sheet:
    """The steps that are asked in this situation, filled with what was posted.

    `asked` are the steps that the posted page showed; `waived` the fields that the
    paper leaves empty, `needed` those without which there is nothing to keep.
    """

    def __init__(
        self,
        journey: Journey,
        situation: Situation,
        data: Any = None,
        *,
        asked: Collection[str] = (),
        waived: Collection[str] = (),
        needed: Collection[str] = ("name",),
    ) -> None:
        self.journey = journey
        self.situation = situation
        self.answers: dict[str, Any] = {}
        self.parts: list[Part] = []
        self._needed = needed
        for step in journey.steps:
            here = situation.having(self.answers)
            if step.is_shown(here):
                self._add(step, here, data if step.key in asked else None)
        self._waive(set(waived))

    def _add(self, step: Step, here: Situation, data: Any) -> None:
        form = step.form(here, data)
        form.own_heading = False
        part = Part(step, form, is_new=data is None)
        self.parts.append(part)
        if data is None:
            return
        form.full_clean()
        part.left_out = self._left_out(form)
        own = form.stored()
        self.answers = {**self.answers, **own}
        self._refuse_way_out(part, here.having(self.answers))

    def _left_out(self, form: StepForm) -> dict[str, str | Promise]:
        """The fields that are wrong only because they are empty, with their labels."""
        return {
            bf.name: bf.label
            for bf in form
            if bf.errors and bf.name not in self._needed and _is_empty(bf.data)
        }

    def _refuse_way_out(self, part: Part, here: Situation) -> None:
        """On the website nothing is kept of whoever cannot go on: so here."""
        way_out = part.step.leads_out(here) if part.step.leads_out else None
        if way_out:
            words = _(
                "On the website this answer leads to “%(exit)s”, and nothing is kept."
                " Do not key it in: tell them instead."
            )
            named = words % {"exit": self.journey.exit(way_out).title}
            part.form.add_error(part.step.names[0], named)

    def _waive(self, waived: set[str]) -> None:
        self.is_waived = set(self.left_out) <= waived
        if self.is_waived:
            for part in self.parts:
                for name in part.left_out:
                    part.form.errors.pop(name, None)

    @property
    def left_out(self) -> dict[str, str | Promise]:
        """Every field that must be answered and is empty, with its label."""
        return {k: v for part in self.parts for k, v in part.left_out.items()}

    @property
    def is_new(self) -> bool:
        """Whether it asks something that the posted page had not shown."""
        return any(part.is_new for part in self.parts)

    @property
    def has_new(self) -> bool:
        """Whether questions follow from answers: not so on the first page."""
        return self.is_new and not all(part.is_new for part in self.parts)

    @property
    def asked(self) -> str:
        """The steps that it shows, for the page to carry."""
        return " ".join(part.step.key for part in self.parts)

    @property
    def is_complete(self) -> bool:
        """Whether all of it was shown, answered or waived, and is right."""
        return not self.is_new and not self.error_list()

    def error_list(self) -> list[dict[str, Any]]:
        """Everything that is wrong, in the order of the page."""
        return [error for part in self.parts for error in part.form.error_list()]

    @property
    def sections(self) -> Sequence[SheetSection]:
        """The parts under their sections, in order."""
        found: dict[str, SheetSection] = {}
        for part in self.parts:
            key = part.step.section
            title = self.journey.section_title(key)
            found.setdefault(key, SheetSection(key, title, [])).parts.append(part)
        return list(found.values())

    def walk(self, language: str) -> Walk:
        """The way through the journey with these answers, in the paper's language."""
        here = Situation(
            site=self.situation.site,
            service=self.situation.service,
            language=language,
            answers=self.answers,
        )
        return Walk(self.journey, here)

    def snapshot(self, language: str) -> list[dict[str, Any]]:
        """Questions and answers, and where the paper gave none, that it gave none."""
        said: dict[str, Any] = {
            f"answer_{code}": _in(code, NOT_GIVEN) for code in LANGUAGES
        }
        said[LACKS] = True
        said["answer"] = said[f"answer_{language}"]
        rows = snapshot(self.walk(language), language)
        return [
            _told(row, said) if row["key"] in self.left_out else row for row in rows
        ]


def _told(row: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, **said}


def _in(language: str, words: str | Promise) -> str:
    with override(language):
        return str(words)


def _is_empty(posted: Any) -> bool:
    if isinstance(posted, str | None):
        return not (posted or "").strip()
    return not any(posted)
