"""The optional part: ticks alone, so that nothing of a child's life is written here.

Every "yes" about limits means that we telephone. Nobody else's view can stop a request:
the carer's is recorded, and parents are asked where a child is accommodated under
section 20 (Children Act 1989) or 76 (Social Services and Well-being (Wales) Act 2014).
"""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.theme.forms import (
    CheckboxesField,
    DatePartsField,
    RadiosField,
    TextField,
)
from forms.journeys.declaring import Situation, Step
from forms.journeys.forms import StepForm
from forms.referrals.doors.professional.choices import (
    ACCOMMODATED,
    CARERS_VIEW,
    COMMUNICATION,
    ETHNICITIES,
    FIRST_LANGUAGES,
    GENDERS,
    LEGAL_STATUS,
    LIMITS,
    NOT_WANTED,
    PARENTS_ASKED,
    PLACEMENTS,
    VISITORS,
)
from forms.referrals.doors.professional.council import nation_of
from forms.referrals.doors.professional.reasons import is_asked, options_for


def goes_on(situation: Situation) -> bool:
    """Whether the rest is asked now, or by the link that was mailed."""
    return not situation.is_first or situation.answers.get("go_on") == "now"


def asks_why(situation: Situation) -> bool:
    """Whether the service offers any reason to choose."""
    return goes_on(situation) and is_asked(situation.service)


def asks_of_parents(situation: Situation) -> bool:
    """Whether the child is accommodated, so that parents are asked."""
    return goes_on(situation) and situation.answers.get("legal_status") in ACCOMMODATED


class AboutForm(StepForm):
    """How the child would say it themselves. All of it may stay empty."""

    gender = RadiosField(
        label=_("Gender, as the child says it"),
        choices=GENDERS,
        required=False,
        label_size="s",
    )
    ethnicity = RadiosField(
        label=_("Ethnic group, as the child says it"),
        choices=ETHNICITIES,
        required=False,
        label_size="s",
    )


class TalkingForm(StepForm):
    first_language = RadiosField(
        label=_("The child’s first language"),
        choices=FIRST_LANGUAGES,
        required=False,
        label_size="s",
    )
    communication = CheckboxesField(
        label=_("What helps them to talk and understand?"),
        hint=_("Choose all that apply."),
        choices=COMMUNICATION,
        required=False,
        label_size="s",
    )


class PlaceForm(StepForm):
    placement = RadiosField(
        label=_("Where do they live?"),
        hint=_("Only what kind of place. No address, and no name of a home."),
        choices=PLACEMENTS,
        required=False,
        label_size="s",
    )
    district = TextField(
        label=_("In which district, roughly?"),
        hint=_("A town or a part of the county. No address."),
        required=False,
        max_length=60,
        autocomplete="off",
    )


class VisitorForm(StepForm):
    visitor = CheckboxesField(
        label=_("What kind of visitor would they like?"),
        hint=_("Choose all that apply."),
        choices=VISITORS,
        required=False,
        label_size="s",
    )
    not_wanted = CheckboxesField(
        label=_("Whom would they not like?"),
        choices=NOT_WANTED,
        required=False,
        label_size="s",
    )


class WhyForm(StepForm):
    why_now = CheckboxesField(
        label=_("Why now?"),
        hint=_("Choose all that apply."),
        required=False,
    )

    def adapt(self) -> None:
        chosen = [*self.situation.answers.get("why_now", ())]
        if self.is_bound:
            chosen += self["why_now"].data or ()  # Their page may be older than a list.
        self.offer("why_now", options_for(self.situation.service, chosen))


class LimitsForm(StepForm):
    limits = CheckboxesField(
        label=_("Is there anything a visitor must know before they meet?"),
        hint=_("Ticks alone: we will phone you about each. Please write nothing."),
        choices=LIMITS,
        required=False,
    )


class LegalForm(StepForm):
    legal_status = RadiosField(
        label=_("Legal status"),
        hint=_("You can leave this empty."),
        required=False,
    )

    def adapt(self) -> None:
        self.offer("legal_status", LEGAL_STATUS[nation_of(self.situation)])


class ParentsForm(StepForm):
    parents_asked = RadiosField(
        label=_(
            "Have the parents, and others with parental responsibility, been asked?"
        ),
        hint=_("They are asked and heard. They cannot stop a request."),
        choices=PARENTS_ASKED,
        missing=_("Choose whether they have been asked"),
    )
    who_decided = TextField(
        label=_("Who decided that?"),
        missing=_("Write who decided it"),
        max_length=120,
        autocomplete="off",
    )


class CarerForm(StepForm):
    carers_view = RadiosField(
        label=_("What do the child’s carers think?"),
        hint=_("We note it. It cannot stop a request."),
        choices=CARERS_VIEW,
        required=False,
        label_size="s",
    )
    next_review = DatePartsField(
        label=_("When is the next review?"),
        hint=_("You can leave this empty."),
        required=False,
        earliest=timezone.localdate,
        label_size="s",
    )


MORE = [
    Step(
        key="about",
        slugs={"en": "about-them", "cy": "amdanyn-nhw"},
        title=_("About the child"),
        section="more",
        form_class=AboutForm,
        shown_if=goes_on,
    ),
    Step(
        key="talking",
        slugs={"en": "talking", "cy": "siarad"},
        title=_("Talking and understanding"),
        section="more",
        form_class=TalkingForm,
        shown_if=goes_on,
    ),
    Step(
        key="place",
        slugs={"en": "place", "cy": "lle"},
        title=_("Where they live"),
        section="more",
        form_class=PlaceForm,
        shown_if=goes_on,
    ),
    Step(
        key="visitor",
        slugs={"en": "kind-of-visitor", "cy": "math-o-ymwelydd"},
        title=_("The right person"),
        section="more",
        form_class=VisitorForm,
        shown_if=goes_on,
    ),
    Step(
        key="why_now",
        slugs={"en": "why-now", "cy": "pam-nawr"},
        section="more",
        form_class=WhyForm,
        shown_if=asks_why,
    ),
    Step(
        key="limits",
        slugs={"en": "before-they-meet", "cy": "cyn-cwrdd"},
        section="more",
        form_class=LimitsForm,
        shown_if=goes_on,
    ),
    Step(
        key="legal",
        slugs={"en": "legal-status", "cy": "statws-cyfreithiol"},
        section="more",
        form_class=LegalForm,
        shown_if=goes_on,
    ),
    Step(
        key="parents",
        slugs={"en": "parents", "cy": "rhieni"},
        section="more",
        form_class=ParentsForm,
        shown_if=asks_of_parents,
    ),
    Step(
        key="carers_view",
        slugs={"en": "carers", "cy": "gofalwyr"},
        title=_("Carers and review"),
        section="more",
        form_class=CarerForm,
        shown_if=goes_on,
    ),
]
