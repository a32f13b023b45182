"""The council that looks after a child: all of England and Wales, or "not sure"."""

from typing import TYPE_CHECKING, Any

from cms.theme.forms import Choice
from cms.theme.forms.choices import Words
from forms.referrals.choices import NOT_SURE
from sites.models import Authority
from sites.place_names import named_choice

if TYPE_CHECKING:
    from forms.journeys.declaring import Situation
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


def nation_of(situation: "Situation") -> str:
    """The nation whose law the child is looked after under: "england" or "wales".

    That of the council which looks after the child; while nobody is sure, the
    service's own.
    """
    known = {**situation.earlier, **situation.answers}
    code = known.get("council") or NOT_SURE
    if code != NOT_SURE:
        return "wales" if code.startswith("W") else "england"
    authority = situation.service.authority
    return "wales" if authority and authority.nation == "Wales" else "england"
