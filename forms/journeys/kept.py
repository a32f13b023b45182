"""Tell the privacy page how long each form's answers are kept."""

from collections.abc import Iterator

from django.apps import apps

from cms.activation import is_on
from forms.journeys.declaring import Journey
from forms.journeys.pages import JourneyPage
from forms.journeys.terms import months_kept
from sites.details import Kept, register_kept
from sites.models import Service


def journeys() -> list[Journey]:
    """Every declared journey, one a kind, in the order in which they are installed."""
    pages = [model for model in apps.get_models() if issubclass(model, JourneyPage)]
    declared = [page.declared_journey() for page in pages]
    return list({journey.kind: journey for journey in declared}.values())


@register_kept
def kept_of_journeys(service: Service) -> Iterator[Kept]:
    """What the forms that are on at this service keep."""
    for journey in journeys():
        if is_on(service.site, journey.kind):
            for keeping in journey.keepings:
                months = months_kept(service, journey.kind, keeping)
                yield Kept(what=str(keeping.label), months=months)
