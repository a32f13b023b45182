"""Five short screens for a carer or family. None asks more than a first name."""

from django.utils.translation import gettext_lazy as _

from cms.language import yes_no_choices
from cms.theme.forms import (
    CheckboxesField,
    Choice,
    EmailField,
    PicturesField,
    RadiosField,
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
from forms.referrals.choices import NOT_SURE, WHEN_TO_RING
from forms.referrals.doors.carer.choices import CARER_ROLES, LIKES, OTHER, OWN
from forms.referrals.doors.own_council import name_own_council

(_true, YES), (_false, NO) = yes_no_choices("ydy")


class CarerForm(ReachForm):
    """Who they are to the child, and a way to ring or write."""

    field_order = ("role", "name", "phone", "email")
    neither = _("Enter a phone number or an email address")

    role = RadiosField(
        label=_("Who are you to the child?"),
        choices=CARER_ROLES,
        missing=_("Choose who you are to the child"),
        label_size="s",
    )
    write_language = write_language(label_size="s", inline=True)
    speak_language = speak_language(label_size="s", inline=True)

    def adapt(self) -> None:
        if not asks_languages(self.situation):
            del self.fields["write_language"], self.fields["speak_language"]


class ChildForm(StepForm):
    """A first name, and whether the child knows. Nothing that says where they live."""

    child_name = TextField(
        label=_("The child’s first name or initials"),
        hint=_("Please leave out the surname."),
        missing=_("Enter a first name or initials"),
        max_length=40,
        width=20,
        spellcheck=False,
        autocomplete="off",
        label_size="s",
    )
    council = RadiosField(
        label=_("Which council looks after the child?"),
        hint=_(
            "Not where the child lives, but the council that looks after them. If you"
            " are not sure, we will find out."
        ),
        choices=[
            Choice(OWN, ""),
            Choice(OTHER, _("Another council")),
            Choice(NOT_SURE, _("I am not sure")),
        ],
        missing=_("Choose a council, or “I am not sure”"),
        label_size="s",
    )
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

    def adapt(self) -> None:
        name_own_council(self, "council")


class LikesForm(StepForm):
    likes = PicturesField(
        label=_("What does the child enjoy?"),
        hint=_("Choose all that apply."),
        choices=LIKES,
        missing=_("Choose what they enjoy, or “I am not sure”"),
    )


class WorkerForm(StepForm):
    """The social worker, where they know one: whom the coordinator then writes to."""

    worker_name = TextField(
        label=_("Their name"),
        hint=_("You can leave this empty."),
        required=False,
        max_length=120,
        label_size="s",
        autocomplete="off",
    )
    worker_email = EmailField(
        label=_("Their email address, if you know it"),
        required=False,
        label_size="s",
        autocomplete="off",
    )


class RingForm(StepForm):
    when_to_ring = CheckboxesField(
        label=_("When is it good to ring you?"),
        hint=_("Choose all that apply. We ring on working days."),
        choices=WHEN_TO_RING,
        missing=_("Choose when it is good to ring"),
    )


STEPS = [
    Step(
        key="you",
        slugs={"en": "you", "cy": "chi"},
        title=_("You"),
        section="who",
        form_class=CarerForm,
        guidance="referrals/guidance/asking_is_right.html",
    ),
    Step(
        key="child",
        slugs={"en": "the-child", "cy": "y-plentyn"},
        title=_("The child"),
        section="child",
        form_class=ChildForm,
    ),
    Step(
        key="likes",
        slugs={"en": "what-they-enjoy", "cy": "beth-maen-nhwn-ei-hoffi"},
        section="child",
        form_class=LikesForm,
    ),
    Step(
        key="worker",
        slugs={"en": "social-worker", "cy": "gweithiwr-cymdeithasol"},
        title=_("The child’s social worker, if you know who that is"),
        section="child",
        form_class=WorkerForm,
        guidance="referrals/guidance/worker.html",
    ),
    Step(
        key="ring",
        slugs={"en": "when-to-ring", "cy": "pryd-i-ffonio"},
        section="talk",
        form_class=RingForm,
    ),
]
