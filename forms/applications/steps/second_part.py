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
from forms.applications.choices import (
    BSL_LEVELS,
    INTERESTS,
    TRAVEL,
    VISIT_AGES,
    WELSH_LEVELS,
)
from forms.applications.steps.referees import referee_form
from forms.journeys.declaring import Situation, Step
from forms.journeys.forms import StepForm


def goes_on(situation: Situation) -> bool:
    """Whether the second part is asked now."""
    if not situation.is_first or situation.service.both_parts_at_once:
        return True
    return situation.answers.get("go_on") == "now"


def names_referees(situation: Situation) -> bool:
    """Whether somebody has their referees at hand."""
    return goes_on(situation) and situation.answers.get("referees") == "now"


def names_a_third(situation: Situation) -> bool:
    """Whether the service asks for a third, and somebody has them at hand."""
    return names_referees(situation) and situation.service.third_referee


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


class PreferencesForm(StepForm):
    """Whom to visit: never by faith, origin or what else is not ours to ask."""

    open_to = RadiosField(
        label=_("Whom would you like to visit?"),
        choices=[
            Choice("anybody", _("I am open to anybody")),
            Choice("wishes", _("I have some wishes"), reveals=("visit_wishes",)),
        ],
        missing=_("Choose whether you are open to anybody or have some wishes"),
    )
    visit_wishes = TextField(
        label=_("Your wishes, in your own words"),
        hint=_("For example somebody who likes to be outdoors."),
        missing=_("Write what you wish, or choose that you are open to anybody"),
    )
    visit_ages = CheckboxesField(
        label=_("Are there ages that you would rather visit?"),
        hint=_("Choose all that apply, or none if you do not mind."),
        required=False,
    )

    def adapt(self) -> None:
        service = self.situation.service
        oldest = 25 if service.serves_care_leavers else 17
        youngest, oldest = service.youngest or 0, service.oldest or oldest
        ages = [
            age for age, low, high in VISIT_AGES if low <= oldest and high >= youngest
        ]
        self.offer("visit_ages", ages)


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

    def adapt(self) -> None:
        if self.situation.service.third_referee:
            three = _("Can you name three people who know you?")
            self.fields["referees"].label = three


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
        key="preferences",
        slugs={"en": "whom-to-visit", "cy": "pwy-i-ymweld-a-nhw"},
        title=_("Whom to visit"),
        section="more",
        form_class=PreferencesForm,
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
        form_class=referee_form(1),
        shown_if=names_referees,
        guidance="applications/guidance/referee.html",
    ),
    Step(
        key="referee_2",
        slugs={"en": "second-referee", "cy": "ail-ganolwr"},
        title=_("The second person who knows you"),
        section="referees",
        form_class=referee_form(2),
        shown_if=names_referees,
        guidance="applications/guidance/referee.html",
    ),
    Step(
        key="referee_3",
        slugs={"en": "third-referee", "cy": "trydydd-canolwr"},
        title=_("The third person who knows you"),
        section="referees",
        form_class=referee_form(3),
        shown_if=names_a_third,
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
        title=_("The DBS check"),
        section="checks",
        form_class=ChecksForm,
        shown_if=goes_on,
        guidance="applications/guidance/dbs.html",
    ),
]
