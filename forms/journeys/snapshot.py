"""The questions as they were asked, in both languages, with the answers."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import override

from forms.journeys.declaring import Step
from forms.journeys.screen_slugs import LANGUAGES
from forms.journeys.walk import Walk


def snapshot(walk: Walk, language: str) -> list[dict[str, Any]]:
    """One mapping for each question asked: what it said and what was answered."""
    rows: list[dict[str, Any]] = []
    for step in walk.steps:
        spoken = {code: dict(_spoken(walk, step, code)) for code in LANGUAGES}
        for name in spoken[language]:
            row: dict[str, Any] = {"key": name, "value": walk.answers.get(name)}
            for code in LANGUAGES:
                row |= {f"{k}_{code}": said for k, said in spoken[code][name].items()}
            row |= spoken[language][name]
            rows.append(row)
    return rows


def _spoken(
    walk: Walk, step: Step, language: str
) -> Iterator[tuple[str, dict[str, str]]]:
    """Section, question and answer of each field of a step, in one language."""
    with override(language):
        form = step.form(walk.situation)
        section = str(walk.journey.section_title(step.section))
        shown = {field.name for field in form.shown_fields}
        for name, field in form.fields.items():
            # What stands under a choice that was not chosen was not asked.
            if name not in shown and not walk.answers.get(name):
                continue
            yield (
                name,
                {
                    "section": section,
                    "question": str(field.label),
                    "answer": display(field, walk.answers.get(name)),
                },
            )


def display(field: Any, value: Any) -> str:
    """An answer as a person reads it, in the active language."""
    shown = getattr(field, "display", None)
    return str(shown(value)) if shown else str(value or "")
