"""The short part: who asks, for whose child, what the child says, when to ring."""

import re

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.language import yes_no_choices
from cms.theme.forms import (
    CheckboxesField,
    Choice,
    DatePartsField,
    EmailField,
    LongTextField,
    PicturesField,
    RadiosField,
    SelectField,
    TextField,
)
from forms.journeys.declaring import Situation, Step
from forms.journeys.forms import StepForm
from forms.journeys.reaching import (
    ReachForm,
    asks_languages,
    speak_language,
    write_language,
)
from forms.referrals.approving.asking import MANAGER
from forms.referrals.choices import AGE_BANDS, CHILD_SAYS, NOT_SURE, WHEN_TO_RING
from forms.referrals.doors.carer.choices import LIKES
from forms.referrals.doors.professional.choices import LANGUAGES
from forms.referrals.doors.professional.council import offer_councils
from forms.referrals.doors.professional.who import WHO

_FULL_NAME = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_][’'\-]?[^\W\d_]")
(_true, YES), (_false, NO) = yes_no_choices("do")


class AskerForm(ReachForm):
    """Name, work e-mail, telephone: one of both ways is enough.

    The council's own addresses are known by their domain.
    """

    field_order = ("name", "email", "phone")

    email = EmailField(
        label=_("Your work email address"),
        hint=_(
            "We compare it with the addresses of the council. If it is another, we send"
            " a link to confirm it."
        ),
        required=False,
    )
    write_language = write_language(label_size="s", inline=True)
    speak_language = speak_language(label_size="s", inline=True)

    def adapt(self) -> None:
        if not asks_languages(self.situation):
            del self.fields["write_language"], self.fields["speak_language"]


class ChildForm(StepForm):
    """Whose child, never by a full name: initials, or a number of the case system."""

    council = SelectField(
        label=_("Which council looks after the child?"),
        hint=_(
            "Not where the child lives, but the council that looks after them. If you"
            " are not sure, we will find out."
        ),
        missing=_("Choose a council, or “I am not sure”"),
    )
    child_name = TextField(
        label=_("The child’s initials, or their number in your case system"),
        hint=_("Please give no full name."),
        missing=_("Enter initials or a number"),
        max_length=40,
        width=20,
        spellcheck=False,
        autocomplete="off",
    )
    age_band = RadiosField(
        label=_("Roughly how old are they?"),
        choices=AGE_BANDS,
        missing=_("Choose an age, or “I am not sure”"),
        label_size="s",
    )

    def adapt(self) -> None:
        offer_councils(self, "council", _("I am not sure"))

    def clean_child_name(self) -> str:
        """Refuse what looks like a full name: two words of two letters or more."""
        said: str = self.cleaned_data["child_name"]
        if _FULL_NAME.search(said):
            raise ValidationError(
                gettext("That looks like a full name: initials or a number are enough")
            )
        return said


class ExplainedForm(StepForm):
    explained = RadiosField(
        label=_("Has anybody explained to the child what a visitor is?"),
        choices=[
            Choice("yes", YES),
            Choice("not_yet", _("Not yet: please explain it first")),
            Choice(NOT_SURE, _("I am not sure")),
        ],
        missing=_("Choose whether it has been explained"),
    )


class WhoExplainedForm(StepForm):
    """By whom, when, in which language."""

    explained_by = TextField(
        label=_("Who explained it?"),
        hint=_("Who they are to the child is enough."),
        missing=_("Write who explained it"),
        max_length=120,
        autocomplete="off",
    )
    explained_on = DatePartsField(
        label=_("On which day, roughly?"),
        missing=_("Enter the day, as nearly as you know"),
        latest=timezone.localdate,
        label_size="s",
    )
    explained_in = RadiosField(
        label=_("In which language?"),
        choices=LANGUAGES,
        missing=_("Choose a language"),
        label_size="s",
    )


class SaysForm(StepForm):
    child_says = RadiosField(
        label=_("What does the child say?"),
        choices=CHILD_SAYS,
        missing=_("Choose what the child says"),
        label_size="s",
    )
    how_shown = LongTextField(
        label=_("How do you know?"),
        missing=_("Write how you know"),
        max_length=300,
        rows=2,
    )


class HeardForm(StepForm):
    """Who heard it, and when."""

    heard_by = TextField(
        label=_("Who heard it?"),
        hint=_("Who they are to the child is enough."),
        missing=_("Write who heard it"),
        max_length=120,
        autocomplete="off",
    )
    heard_on = DatePartsField(
        label=_("On which day, roughly?"),
        missing=_("Enter the day, as nearly as you know"),
        latest=timezone.localdate,
        label_size="s",
    )
    heard_in = RadiosField(
        label=_("In which language?"),
        choices=LANGUAGES,
        missing=_("Choose a language"),
        label_size="s",
    )


class EnjoysForm(StepForm):
    likes = PicturesField(
        label=_("What does the child enjoy?"),
        hint=_("Choose all that apply."),
        choices=LIKES,
        missing=_("Choose what they enjoy, or “I am not sure”"),
    )


class RingForm(StepForm):
    when_to_ring = CheckboxesField(
        label=_("When is it good to ring you?"),
        hint=_("Choose all that apply. We ring on working days."),
        choices=WHEN_TO_RING,
        missing=_("Choose when it is good to ring"),
        label_size="s",
    )
    go_on = RadiosField(
        label=_("Would you like to go straight on?"),
        choices=[
            Choice(
                "send",
                _("Send this now"),
                hint=_("We ring you, and send a link for the rest."),
            ),
            Choice("now", _("Go straight on"), hint=_("About five more minutes.")),
        ],
        missing=_("Choose whether to send now or go on"),
        label_size="s",
    )


def was_explained(situation: Situation) -> bool:
    """Whether somebody has explained to the child what a visitor is."""
    return bool(situation.answers.get("explained") == "yes")


def was_heard(situation: Situation) -> bool:
    """Whether anybody has asked the child at all."""
    return situation.answers.get("child_says") != "not_asked"


SHORT = [
    WHO,
    Step(
        key="reach",
        slugs={"en": "how-to-reach-you", "cy": "sut-i-gysylltu"},
        title=_("How to reach you"),
        section="who",
        form_class=AskerForm,
    ),
    MANAGER,
    Step(
        key="child",
        slugs={"en": "the-child", "cy": "y-plentyn"},
        title=_("The child"),
        section="child",
        form_class=ChildForm,
        guidance="referrals/guidance/child.html",
    ),
    Step(
        key="explained",
        slugs={"en": "explained", "cy": "esboniad"},
        section="child",
        form_class=ExplainedForm,
    ),
    Step(
        key="who_explained",
        slugs={"en": "who-explained", "cy": "pwy-esboniodd"},
        title=_("How it was explained"),
        section="child",
        form_class=WhoExplainedForm,
        shown_if=was_explained,
    ),
    Step(
        key="says",
        slugs={"en": "what-they-say", "cy": "beth-maen-nhwn-ei-ddweud"},
        title=_("What the child says"),
        section="child",
        form_class=SaysForm,
        guidance="referrals/guidance/says.html",
    ),
    Step(
        key="heard",
        slugs={"en": "who-heard-it", "cy": "pwy-glywodd"},
        title=_("Who heard it"),
        section="child",
        form_class=HeardForm,
        shown_if=was_heard,
    ),
    Step(
        key="likes",
        slugs={"en": "what-they-enjoy", "cy": "beth-maen-nhwn-ei-hoffi"},
        section="child",
        form_class=EnjoysForm,
    ),
    Step(
        key="ring",
        slugs={"en": "when-to-ring", "cy": "pryd-i-ffonio"},
        title=_("A time to talk"),
        section="talk",
        form_class=RingForm,
    ),
]
