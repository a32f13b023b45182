"""The council that looks after a child: all of England and Wales, or "not sure"."""

from typing import TYPE_CHECKING, Any

from cms.theme.forms import Choice
from cms.theme.forms.choices import Words
from forms.referrals.choices import NOT_SURE
from sites.models import Authority
from sites.place_names import named_choice

if TYPE_CHECKING:
    from forms.journeys.forms import StepForm


def offer_councils(form: "StepForm", name: str, not_sure: Words) -> None:
    """Let field `name` offer every council, in the order of the reader's alphabet."""
    language = form.situation.language
    field: Any = form.fields[name]
    field.options = [
        Choice(NOT_SURE, not_sure),
        *(
            named_choice(authority, value=authority.gss_code, language=language)
            for authority in Authority.objects.current().in_order(language)
        ),
    ]
