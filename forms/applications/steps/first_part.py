"""First contact: what a coordinator needs in order to ring back, and no more."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cms.theme.forms import (
    CheckboxesField,
    Choice,
    LongTextField,
    PhoneField,
    RadiosField,
    TextField,
    YesNoField,
)
from forms.applications.choices import HEARD_FROM, INDEPENDENCE, WHEN_FREE
from forms.applications.exits import (
    leave_if_no_time,
    leave_if_tied_to_council,
    leave_if_too_young,
)
from forms.applications.steps.place import AreaForm, PostcodeForm
from forms.applications.terms import SECOND_ALONE
from forms.journeys.declaring import Situation, Step
from forms.journeys.forms import StepForm
from forms.journeys.reaching import (
    ReachForm,
    asks_languages,
    speak_language,
    write_language,
)
from forms.journeys.timing import minutes_of


def asks_in_two_parts(situation: Situation) -> bool:
    """Whether the second part may wait."""
    return not situation.service.both_parts_at_once


class LanguageForm(StepForm):
    write_language = write_language()
    speak_language = speak_language()


class AgeForm(StepForm):
    old_enough = YesNoField(
        label=_("Are you 18 or over?"),
        pair="ydw",
        missing=_("Choose your answer"),
    )

    def adapt(self) -> None:
        if self.situation.service.minimum_age == 21:
            self.fields["old_enough"].label = _("Are you 21 or over?")


class IndependenceForm(StepForm):
    independence = RadiosField(
        label=_("Is any of these true of you?"),
        choices=INDEPENDENCE,
        missing=_("Choose your answer, or “I am not sure”"),
    )


class ContactForm(ReachForm):
    phone = PhoneField(
        label=_("Phone number"),
        hint=_("If you would rather we rang."),
        required=False,
    )


class WhyForm(StepForm):
    why_how = RadiosField(
        label=_("Why would you like to be an Independent Visitor?"),
        choices=[
            Choice("here", _("I will say it here"), reveals=("why",)),
            Choice("phone", _("I would rather tell you by phone")),
        ],
        missing=_("Choose whether you will say it here or by phone"),
    )
    why = LongTextField(
        label=_("In your own words"),
        hint=_("A few sentences are plenty. There are no right answers."),
        missing=_("Write a few words, or choose to tell us by phone"),
    )


class WhenForm(StepForm):
    when_free = CheckboxesField(
        label=_("When are you roughly free?"),
        hint=_("Choose all that apply."),
        choices=WHEN_FREE,
        missing=_("Choose when you are roughly free"),
    )
    when_free_note = TextField(
        label=_("Anything we should know about your time"),
        required=False,
    )


class HeardForm(StepForm):
    heard_from = RadiosField(
        label=_("How did you hear about us?"),
        hint=_("You can leave this empty."),
        choices=HEARD_FROM,
        required=False,
    )
    heard_words = TextField(label=_("Anything else, in your own words"), required=False)


class GoOnForm(StepForm):
    go_on = RadiosField(
        label=_("Would you like to go straight on?"),
        choices=[
            Choice(
                "send",
                _("Send this now"),
                hint=_("We talk first, and ask you the rest afterwards."),
            ),
            Choice(
                "now",
                _("Go straight on"),
            ),
        ],
        missing=_("Choose whether to send now or go on"),
    )

    def adapt(self) -> None:
        service = self.situation.service
        more = minutes_of(service, "applications", SECOND_ALONE)
        field: Any = self.fields["go_on"]
        send, now = field.options
        hint = ngettext(
            "About %(count)d more minute. You can save and come back.",
            "About %(count)d more minutes. You can save and come back.",
            more,
        )
        self.offer("go_on", [send, replace(now, hint=hint % {"count": more})])


FIRST_PART = [
    Step(
        key="languages",
        slugs={"en": "your-language", "cy": "eich-iaith"},
        title=_("Your language"),
        section="you",
        form_class=LanguageForm,
        shown_if=asks_languages,
    ),
    Step(
        key="postcode",
        slugs={"en": "postcode", "cy": "cod-post"},
        section="you",
        form_class=PostcodeForm,
    ),
    Step(
        key="area",
        slugs={"en": "where-you-live", "cy": "ble-rydych-chin-byw"},
        title=_("Where you live"),
        section="you",
        form_class=AreaForm,
        asked_again_after=["postcode"],
        guidance="applications/guidance/area.html",
    ),
    Step(
        key="age",
        slugs={"en": "your-age", "cy": "eich-oed"},
        section="you",
        form_class=AgeForm,
        leads_out=leave_if_too_young,
    ),
    Step(
        key="independence",
        slugs={"en": "independence", "cy": "annibyniaeth"},
        title=_("Being independent"),
        section="you",
        form_class=IndependenceForm,
        leads_out=leave_if_tied_to_council,
        guidance="applications/guidance/independence.html",
    ),
    Step(
        key="contact",
        slugs={"en": "contact", "cy": "cysylltu"},
        title=_("How to reach you"),
        section="you",
        form_class=ContactForm,
        guidance="applications/guidance/contact.html",
    ),
    Step(
        key="why",
        slugs={"en": "why", "cy": "pam"},
        section="visiting",
        form_class=WhyForm,
    ),
    Step(
        key="when",
        slugs={"en": "when", "cy": "pryd"},
        title=_("Your time"),
        section="visiting",
        form_class=WhenForm,
        leads_out=leave_if_no_time,
        guidance="applications/guidance/when.html",
    ),
    Step(
        key="heard",
        slugs={"en": "hearing-about-us", "cy": "clywed-amdanon-ni"},
        title=_("Hearing about us"),
        section="visiting",
        form_class=HeardForm,
    ),
    Step(
        key="go_on",
        slugs={"en": "send-or-go-on", "cy": "anfon-neu-barhau"},
        section="visiting",
        form_class=GoOnForm,
        shown_if=asks_in_two_parts,
    ),
]
