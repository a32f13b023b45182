"""What we ask a young person, in words of their own. There is no box for a worry."""

from typing import Any

from django.utils.translation import pgettext, pgettext_lazy

from cms.theme.forms import (
    CheckboxesField,
    ConfirmField,
    PhoneField,
    RadiosField,
    SelectField,
    TextField,
    YesNoField,
)
from forms.journeys.declaring import Step
from forms.journeys.forms import YoungForm
from forms.journeys.reaching import SPEAK_IN, WRITE_IN, asks_languages
from forms.referrals.choices import BY_PHONE, MY_AGES, MY_TIMES, WAYS_TO_REACH_ME
from forms.referrals.steps.council import offer_councils
from forms.referrals.steps.who import is_young


class MeForm(YoungForm):
    call_me = TextField(
        label=pgettext_lazy("to a young person", "What shall we call you?"),
        hint=pgettext_lazy(
            "to a young person", "Your first name, or whatever you like to be called."
        ),
        missing=pgettext_lazy("to a young person", "Write what we should call you"),
        max_length=40,
        width=20,
        spellcheck=False,
        autocomplete="off",
    )
    my_age = RadiosField(
        label=pgettext_lazy("to a young person", "How old are you?"),
        hint=pgettext_lazy("to a young person", "Anybody can ask, whatever their age."),
        choices=MY_AGES,
        missing=pgettext_lazy("to a young person", "Choose your age"),
        label_size="s",
    )


class MyCouncilForm(YoungForm):
    my_council = SelectField(
        label=pgettext_lazy("to a young person", "Which council looks after you?"),
        hint=pgettext_lazy(
            "to a young person", "If you are not sure, that is fine. We will find out."
        ),
        missing=pgettext_lazy(
            "to a young person", "Choose a council, or “I am not sure”"
        ),
        label_size="l",
    )

    def adapt(self) -> None:
        not_sure = pgettext_lazy("a young person answers", "I am not sure")
        offer_councils(self, "my_council", not_sure)


class ReachMeForm(YoungForm):
    reach_me = RadiosField(
        label=pgettext_lazy("to a young person", "How shall we reach you?"),
        choices=WAYS_TO_REACH_ME,
        missing=pgettext_lazy("to a young person", "Choose how we should reach you"),
    )
    adult_name = TextField(
        label=pgettext_lazy("to a young person", "Who is the grown-up?"),
        hint=pgettext_lazy(
            "to a young person", "Somebody you trust. Their name, and who they are."
        ),
        missing=pgettext_lazy("to a young person", "Write who the grown-up is"),
        max_length=120,
        autocomplete="off",
    )
    adult_phone = PhoneField(
        label=pgettext_lazy("to a young person", "Their phone number, if you know it"),
        required=False,
        autocomplete="off",
    )
    my_phone = PhoneField(
        label=pgettext_lazy("to a young person", "Your phone number"),
        missing=pgettext_lazy("to a young person", "Write your phone number"),
        autocomplete="off",
    )


class WorryForm(YoungForm):
    """Whoever would like to be rung gives a number, or says that they have none."""

    own_heading = False

    worry = YesNoField(
        label=pgettext_lazy(
            "to a young person", "Would you like someone to ring you about a worry?"
        ),
        pair="hoffwn",
        yes_reveals=("worry_phone", "worry_no_phone"),
        missing=pgettext_lazy(
            "to a young person", "Choose whether you would like us to ring"
        ),
        label_size="s",
    )
    worry_phone = PhoneField(
        label=pgettext_lazy("to a young person", "Which number shall we ring?"),
        hint=pgettext_lazy("to a young person", "Any phone that is safe for you."),
        required=False,
        autocomplete="off",
    )
    worry_no_phone = ConfirmField(
        label=pgettext_lazy("to a young person", "If there is no number"),
        statement=pgettext_lazy(
            "a young person answers", "I have no number: find another way"
        ),
        required=False,
        label_size="s",
    )

    @property
    def has_number(self) -> bool:
        """Whether they have already given a number of their own."""
        answers = self.situation.answers
        return answers.get("reach_me") == BY_PHONE and bool(answers.get("my_phone"))

    def adapt(self) -> None:
        if self.has_number:
            del self.fields["worry_no_phone"]
            self.fields["worry_phone"].help_text = pgettext(
                "to a young person", "Leave it empty if we have it already."
            )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("worry_phone"):
            data["worry_no_phone"] = False
        elif data.get("worry") and not (
            self.has_number or data.get("worry_no_phone") or self.errors
        ):
            self.add_error(
                "worry_phone",
                pgettext(
                    "to a young person",
                    "Write a number we can ring, or tick that you have none",
                ),
            )
        return data


class TalkForm(YoungForm):
    my_times = CheckboxesField(
        label=pgettext_lazy("to a young person", "When is a good time to talk?"),
        hint=pgettext_lazy("to a young person", "Choose as many as you like."),
        choices=MY_TIMES,
        missing=pgettext_lazy("to a young person", "Choose when is a good time"),
    )
    my_language = RadiosField(
        label=pgettext_lazy("to a young person", "Which language shall we speak?"),
        choices=SPEAK_IN,
        missing=pgettext_lazy("to a young person", "Choose a language"),
        inline=True,
    )
    my_write_language = RadiosField(
        label=pgettext_lazy(
            "to a young person", "Which language shall we write to you in?"
        ),
        choices=WRITE_IN,
        missing=pgettext_lazy("to a young person", "Choose a language to read"),
        inline=True,
    )

    def adapt(self) -> None:
        if not asks_languages(self.situation):
            del self.fields["my_language"], self.fields["my_write_language"]


YOUNG_STEPS = [
    Step(
        key="me",
        slugs={"en": "you", "cy": "ti"},
        title=pgettext_lazy("to a young person", "You"),
        section="me",
        form_class=MeForm,
        shown_if=is_young,
    ),
    Step(
        key="my_council",
        slugs={"en": "your-council", "cy": "dy-gyngor"},
        section="me",
        form_class=MyCouncilForm,
        shown_if=is_young,
    ),
    Step(
        key="reach_me",
        slugs={"en": "reach-you", "cy": "cysylltu-a-ti"},
        section="me",
        title=pgettext_lazy("to a young person", "Reaching you"),
        form_class=ReachMeForm,
        shown_if=is_young,
    ),
    Step(
        key="worry",
        slugs={"en": "a-worry", "cy": "poeni"},
        title=pgettext_lazy("to a young person", "If something is worrying you"),
        section="me",
        form_class=WorryForm,
        shown_if=is_young,
        asked_again_after=["reach_me"],
        guidance="referrals/guidance/worry.html",
    ),
    Step(
        key="my_talk",
        slugs={"en": "a-good-time", "cy": "amser-da"},
        title=pgettext_lazy("to a young person", "A good time"),
        section="me",
        form_class=TalkForm,
        shown_if=is_young,
    ),
]
