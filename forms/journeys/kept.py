"""Tell the privacy page how long each form's answers are kept."""

from collections.abc import Iterator

from cms.activation import is_on
from forms.journeys.doors import forms
from forms.journeys.terms import months_kept
from sites.details import Kept, register_kept
from sites.models import Service


@register_kept
def kept_of_journeys(service: Service) -> Iterator[Kept]:
    """What the forms that are on at this service keep."""
    for form in forms():
        if is_on(service.site, form.kind):
            for keeping in form.keepings:
                months = months_kept(service, form.kind, keeping)
                yield Kept(what=str(keeping.label), months=months)
