"""The five screens of a young person. None has a box for a worry.

The ages, hours and ways to reach somebody are those of the safeguarding rules: no
answer is refused for age, and the hours stand before the question about a worry.
"""

from typing import Any

from django.utils.translation import pgettext, pgettext_lazy

from cms.language import yes_no_choices
from cms.theme.forms import (
    CheckboxesField,
    Choice,
    ConfirmField,
    PhoneField,
    PicturesField,
    RadiosField,
    TextField,
    YesNoField,
)
from forms.journeys.declaring import Step
from forms.journeys.forms import YoungForm
from forms.journeys.reaching import SPEAK_IN, WRITE_IN, asks_languages
from forms.referrals.doors.own_council import name_own_council
from forms.referrals.doors.young.choices import (
    BY_PHONE,
    MY_AGES,
    MY_LIKES,
    MY_TIMES,
    MY_VISITOR,
    NOT_SURE,
    OTHER,
    OWN,
    WAYS_TO_REACH_ME,
)

(_true, YES), (_false, NO) = yes_no_choices("ie")


class MeForm(YoungForm):
    """What to call them, how old they are, and whose child in care they are."""

    call_me = TextField(
        label=pgettext_lazy("to a young person", "What shall we call you?"),
        hint=pgettext_lazy(
            "to a young person",
            "Your first name, or whatever you like. You can leave it empty.",
        ),
        required=False,
        max_length=40,
        width=20,
        spellcheck=False,
        autocomplete="off",
        label_size="s",
    )
    my_age = RadiosField(
        label=pgettext_lazy("to a young person", "How old are you?"),
        hint=pgettext_lazy("to a young person", "Anybody can ask, whatever their age."),
        choices=MY_AGES,
        missing=pgettext_lazy("to a young person", "Choose your age"),
        label_size="s",
    )
    my_council = RadiosField(
        label=pgettext_lazy("to a young person", "Which council looks after you?"),
        hint=pgettext_lazy(
            "to a young person", "If you are not sure, that is fine. We will find out."
        ),
        choices=[
            Choice(OWN, ""),
            Choice(OTHER, pgettext_lazy("a young person answers", "Another council")),
            Choice(NOT_SURE, pgettext_lazy("a young person answers", "I am not sure")),
        ],
        missing=pgettext_lazy(
            "to a young person", "Choose a council, or “I am not sure”"
        ),
        label_size="s",
    )

    def adapt(self) -> None:
        name_own_council(self, "my_council")


class LikesForm(YoungForm):
    my_likes = PicturesField(
        label=pgettext_lazy("to a young person", "What do you like?"),
        hint=pgettext_lazy("to a young person", "Choose as many as you like."),
        choices=MY_LIKES,
        missing=pgettext_lazy(
            "to a young person", "Choose what you like, or “I don’t mind”"
        ),
    )


class VisitorForm(YoungForm):
    my_visitor = CheckboxesField(
        label=pgettext_lazy("to a young person", "What should your visitor be like?"),
        hint=pgettext_lazy(
            "to a young person",
            "Choose as many as you like. We try, and cannot promise.",
        ),
        choices=MY_VISITOR,
        missing=pgettext_lazy(
            "to a young person", "Choose what they should be like, or “I don’t mind”"
        ),
    )


class ReachMeForm(YoungForm):
    """How to reach them safely, when, and in which language."""

    reach_me = RadiosField(
        label=pgettext_lazy("to a young person", "How shall we reach you?"),
        choices=WAYS_TO_REACH_ME,
        missing=pgettext_lazy("to a young person", "Choose how we should reach you"),
        label_size="s",
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
    my_times = CheckboxesField(
        label=pgettext_lazy("to a young person", "When is a good time to talk?"),
        choices=MY_TIMES,
        missing=pgettext_lazy("to a young person", "Choose when is a good time"),
        label_size="s",
    )
    my_language = RadiosField(
        label=pgettext_lazy("to a young person", "Which language shall we speak?"),
        choices=SPEAK_IN,
        missing=pgettext_lazy("to a young person", "Choose a language"),
        inline=True,
        label_size="s",
    )
    my_write_language = RadiosField(
        label=pgettext_lazy(
            "to a young person", "Which language shall we write to you in?"
        ),
        choices=WRITE_IN,
        missing=pgettext_lazy("to a young person", "Choose a language to read"),
        inline=True,
        label_size="s",
    )

    def adapt(self) -> None:
        if not asks_languages(self.situation):
            del self.fields["my_language"], self.fields["my_write_language"]


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


STEPS = [
    Step(
        key="me",
        slugs={"en": "you", "cy": "ti"},
        title=pgettext_lazy("to a young person", "You"),
        section="me",
        form_class=MeForm,
    ),
    Step(
        key="likes",
        slugs={"en": "what-you-like", "cy": "beth-rwyt-tin-hoffi"},
        section="me",
        form_class=LikesForm,
    ),
    Step(
        key="visitor",
        slugs={"en": "your-visitor", "cy": "dy-ymwelydd"},
        section="me",
        form_class=VisitorForm,
    ),
    Step(
        key="reach_me",
        slugs={"en": "reach-you", "cy": "cysylltu-a-ti"},
        title=pgettext_lazy("to a young person", "Reaching you"),
        section="me",
        form_class=ReachMeForm,
    ),
    Step(
        key="worry",
        slugs={"en": "a-worry", "cy": "poeni"},
        title=pgettext_lazy("to a young person", "If something is worrying you"),
        section="me",
        form_class=WorryForm,
        asked_again_after=["reach_me"],
        guidance="referrals/guidance/worry.html",
    ),
]
