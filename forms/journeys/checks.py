"""System checks: every journey can be loaded and belongs to the plugin of its page."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, Warning, register
from django.utils.module_loading import import_string

from forms.journeys import collecting
from forms.journeys.declaring import BadJourney, Journey
from forms.journeys.doors import page_types
from forms.journeys.forms import YoungForm
from forms.journeys.pages import ChildrensPage, JourneyPage


@register
def journeys_are_declared(**_kwargs: Any) -> list[Error]:
    """Load the journey of every page type; a wrong one stops the start."""
    found = []
    for model in apps.get_models():
        if not issubclass(model, JourneyPage):
            continue
        try:
            journey = import_string(model.journey_path)
        except (ImportError, AttributeError, BadJourney) as error:
            found.append(Error(str(error), obj=model, id="journeys.E001"))
            continue
        if journey.kind != model._meta.app_label:
            found.append(
                Error(
                    f"Its journey is of kind “{journey.kind}”; the inbox is found by"
                    f" the plugin's label “{model._meta.app_label}”.",
                    obj=model,
                    id="journeys.E002",
                )
            )
    return found or list(_doors())


@register
def questions_are_told(**_kwargs: Any) -> list[CheckMessage]:
    """Every question stands in a privacy notice, and no notice speaks of others."""
    return [] if journeys_are_declared() else list(_notices())


def _notices() -> Iterator[CheckMessage]:
    for model in page_types():
        journey = model.declared_journey()
        if journey.collecting is None:
            words = "Its journey says nothing of what it collects: no privacy notice"
            yield Warning(f"{words} speaks of it.", obj=model, id="journeys.W001")
        for problem in collecting.problems(journey):
            yield Error(problem, obj=model, id="journeys.E007")


def _doors() -> Iterator[Error]:
    """What contradicts itself between the doors of one form."""
    seen: dict[str, Journey] = {}
    for model in page_types():
        journey = model.declared_journey()
        if seen.setdefault(journey.form_key, journey) is not journey:
            words = f"Another journey is “{journey.form_key}” already: give it a door."
            yield Error(words, obj=model, id="journeys.E003")
        if journey.for_children and not issubclass(model, ChildrensPage):
            words = "A journey for children begins at a ChildrensPage."
            yield Error(words, obj=model, id="journeys.E005")
        for step in journey.steps:
            if journey.for_children and not issubclass(step.form_class, YoungForm):
                words = f"Step “{step.key}” of a journey for children is no YoungForm."
                yield Error(words, obj=model, id="journeys.E006")
    for kind in {journey.kind for journey in seen.values()}:
        mine = [journey for journey in seen.values() if journey.kind == kind]
        if sum(1 for journey in mine if journey.own_questions) > 1:
            words = f"More than one door of “{kind}” takes a service's own questions."
            yield Error(words, id="journeys.E004")
