"""System checks: every journey can be loaded and belongs to the plugin of its page."""

from typing import Any

from django.apps import apps
from django.core.checks import Error, register
from django.utils.module_loading import import_string

from forms.journeys.declaring import BadJourney
from forms.journeys.pages import JourneyPage


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
    return found
