"""The first answer to "which council?" is the service's own, by its name."""

from typing import Any

from cms.theme.forms import Choice
from forms.journeys.forms import StepForm
from sites.place_names import council


def name_own_council(form: StepForm, field_name: str) -> None:
    """Give the first choice of a field its name; a service of no council loses it."""
    authority = form.situation.service.authority
    field: Any = form.fields[field_name]
    own, *others = field.options
    if authority is not None:
        name = council(authority, "", form.situation.language)
        language = "en" if name.needs_mark else ""
        others.insert(0, Choice(own.value, str(name), language=language))
    field.options = others
