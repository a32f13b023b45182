"""The rest, after a first talk or straight on: everything may be left for later."""

from django.utils.translation import gettext_lazy as _

from cms.theme.forms import (
    CheckboxesField,
    Choice,
    ConfirmField,
    LongTextField,
    RadiosField,
    TextField,
)
from forms.applications.choices import BSL_LEVELS, INTERESTS, TRAVEL, WELSH_LEVELS
from forms.applications.steps.referees import FirstRefereeForm, SecondRefereeForm
from forms.journeys.declaring import Situation, Step
from forms.journeys.forms import StepForm


def goes_on(situation: Situation) -> bool:
    """Whether the second part is asked now."""
    both = situation.service.both_parts_at_once
    return both or situation.answers.get("go_on") == "now"


def names_referees(situation: Situation) -> bool:
    """Whether somebody has their referees at hand."""
    return goes_on(situation) and situation.answers.get("referees") == "now"


class ExperienceForm(StepForm):
    experience = LongTextField(
        label=_("What in your life would help you to be a good visitor?"),
        hint=_(
            "Work, volunteering, family, your own childhood. It need not be with"
            " children. You can leave this empty."
        ),
        required=False,
        label_size="l",
    )


class InterestsForm(StepForm):
    interests = CheckboxesField(
        label=_("What do you like doing?"),
        hint=_("It helps us to find the right person. Choose all that apply."),
        choices=INTERESTS,
        required=False,
    )
    interests_other = TextField(
        label=_("Anything else, in your own words"), required=False
    )


class SpokenForm(StepForm):
    welsh = RadiosField(
        label=_("How much Welsh do you speak?"),
        choices=WELSH_LEVELS,
        missing=_("Choose how much Welsh you speak"),
    )
    bsl = RadiosField(
        label=_("How much British Sign Language do you know?"),
        choices=BSL_LEVELS,
        missing=_("Choose how much British Sign Language you know"),
    )
    other_languages = TextField(label=_("Other languages you speak"), required=False)


class TravelForm(StepForm):
    travel = CheckboxesField(
        label=_("How would you travel to visits?"),
        hint=_("We pay what it costs. Choose all that apply."),
        choices=TRAVEL,
        missing=_("Choose how you would travel"),
    )
    travel_note = TextField(
        label=_("How far you would go, or anything else about travelling"),
        required=False,
    )


class RefereesForm(StepForm):
    referees = RadiosField(
        label=_("Can you name two people who know you?"),
        hint=_(
            "We ask them about you before you meet a young person, never without"
            " telling you first."
        ),
        choices=[
            Choice("now", _("I will name them now")),
            Choice("later", _("I will give them later")),
        ],
        missing=_("Choose whether to name them now or later"),
    )


class AdjustmentsForm(StepForm):
    adjustments = LongTextField(
        label=_("Is there anything that would make it easier for you to take part?"),
        hint=_(
            "For example a ground-floor room, large print, or meeting at certain"
            " times. You can leave this empty."
        ),
        required=False,
        max_length=1000,
        label_size="l",
    )


class ChecksForm(StepForm):
    dbs = ConfirmField(
        label=_("Before you meet a young person"),
        statement=_("I understand that there is a DBS check before I begin."),
        missing=_("Tick the box to go on"),
    )


SECOND_PART = [
    Step(
        key="experience",
        slugs={"en": "experience", "cy": "profiad"},
        section="more",
        form_class=ExperienceForm,
        shown_if=goes_on,
    ),
    Step(
        key="interests",
        slugs={"en": "interests", "cy": "diddordebau"},
        title=_("Your interests"),
        section="more",
        form_class=InterestsForm,
        shown_if=goes_on,
    ),
    Step(
        key="spoken",
        slugs={"en": "languages", "cy": "ieithoedd"},
        title=_("Your languages"),
        section="more",
        form_class=SpokenForm,
        shown_if=goes_on,
    ),
    Step(
        key="travel",
        slugs={"en": "travel", "cy": "teithio"},
        title=_("Travelling"),
        section="more",
        form_class=TravelForm,
        shown_if=goes_on,
    ),
    Step(
        key="referees",
        slugs={"en": "referees", "cy": "canolwyr"},
        section="referees",
        form_class=RefereesForm,
        shown_if=goes_on,
    ),
    Step(
        key="referee_1",
        slugs={"en": "first-referee", "cy": "canolwr-cyntaf"},
        title=_("The first person who knows you"),
        section="referees",
        form_class=FirstRefereeForm,
        shown_if=names_referees,
        guidance="applications/guidance/referee.html",
    ),
    Step(
        key="referee_2",
        slugs={"en": "second-referee", "cy": "ail-ganolwr"},
        title=_("The second person who knows you"),
        section="referees",
        form_class=SecondRefereeForm,
        shown_if=names_referees,
        guidance="applications/guidance/referee.html",
    ),
    Step(
        key="adjustments",
        slugs={"en": "adjustments", "cy": "addasiadau"},
        section="checks",
        form_class=AdjustmentsForm,
        shown_if=goes_on,
    ),
    Step(
        key="checks",
        slugs={"en": "checks", "cy": "gwiriadau"},
        title=_("A criminal record need not stop you"),
        section="checks",
        form_class=ChecksForm,
        shown_if=goes_on,
        guidance="applications/guidance/dbs.html",
    ),
]
