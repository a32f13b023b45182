"""What we ask a social worker, a carer, family or somebody else."""

from django.utils.translation import gettext_lazy as _

from cms.language import yes_no_choices
from cms.theme.forms import (
    CheckboxesField,
    Choice,
    LongTextField,
    RadiosField,
    SelectField,
    TextField,
)
from forms.journeys.declaring import Step
from forms.journeys.forms import StepForm
from forms.journeys.reaching import (
    ReachForm,
    asks_languages,
    speak_language,
    write_language,
)
from forms.referrals.choices import (
    AGE_BANDS,
    CHILD_SAYS,
    NOT_SURE,
    WHEN_TO_RING,
)
from forms.referrals.steps.council import offer_councils
from forms.referrals.steps.who import is_adult

(_true, YES), (_false, NO) = yes_no_choices("ydy")


class AskerForm(ReachForm):
    field_order = ("name", "phone", "email")
    neither = _("Enter a phone number or an email address")

    write_language = write_language(label_size="s", inline=True)
    speak_language = speak_language(label_size="s", inline=True)

    def adapt(self) -> None:
        if not asks_languages(self.situation):
            del self.fields["write_language"], self.fields["speak_language"]


class CouncilForm(StepForm):
    council = SelectField(
        label=_("Which council looks after the child?"),
        hint=_(
            "Not where the child lives, but the council that looks after them. If you"
            " are not sure, we will find out."
        ),
        missing=_("Choose a council, or “I am not sure”"),
        label_size="l",
    )

    def adapt(self) -> None:
        offer_councils(self, "council", _("I am not sure"))


class ChildForm(StepForm):
    child_name = TextField(
        label=_("The child’s first name or initials"),
        hint=_("Please leave out the surname."),
        missing=_("Enter a first name or initials"),
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


class SaysForm(StepForm):
    child_knows = RadiosField(
        label=_("Does the child know that you are asking?"),
        choices=[
            Choice("yes", YES),
            Choice("not_yet", NO),
            Choice(NOT_SURE, _("I am not sure")),
        ],
        missing=_("Choose whether the child knows"),
        label_size="s",
    )
    child_says = RadiosField(
        label=_("What do they say?"),
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
    heard = TextField(
        label=_("Who heard it, and when?"),
        hint=_("You can leave this empty."),
        required=False,
    )


class RingForm(StepForm):
    when_to_ring = CheckboxesField(
        label=_("When is it good to ring you?"),
        hint=_("Choose all that apply. We ring on working days."),
        choices=WHEN_TO_RING,
        missing=_("Choose when it is good to ring"),
    )
    when_note = TextField(
        label=_("Anything we should know before we ring"),
        hint=_("For example, whether a child may be listening."),
        required=False,
    )


ADULT_STEPS = [
    Step(
        key="reach",
        slugs={"en": "how-to-reach-you", "cy": "sut-i-gysylltu"},
        title=_("How to reach you"),
        section="who",
        form_class=AskerForm,
        shown_if=is_adult,
    ),
    Step(
        key="council",
        slugs={"en": "council", "cy": "cyngor"},
        section="child",
        form_class=CouncilForm,
        shown_if=is_adult,
    ),
    Step(
        key="child",
        slugs={"en": "the-child", "cy": "y-plentyn"},
        title=_("The child"),
        section="child",
        form_class=ChildForm,
        shown_if=is_adult,
        guidance="referrals/guidance/child.html",
    ),
    Step(
        key="says",
        slugs={"en": "what-they-say", "cy": "beth-maen-nhwn-ei-ddweud"},
        title=_("What the child says"),
        section="child",
        form_class=SaysForm,
        shown_if=is_adult,
        guidance="referrals/guidance/says.html",
    ),
    Step(
        key="ring",
        slugs={"en": "when-to-ring", "cy": "pryd-i-ffonio"},
        title=_("A time to talk"),
        section="talk",
        form_class=RingForm,
        shown_if=is_adult,
    ),
]
