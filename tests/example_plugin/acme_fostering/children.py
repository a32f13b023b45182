"""A door for the children of carers, with words, pictures and pages of their own."""

from django.utils.translation import pgettext_lazy

from acme_fostering.collecting import OF_CHILDREN
from acme_fostering.services import receive_wish
from cms.theme.forms import Choice, Divider, PicturesField, TextField
from forms.journeys.declaring import Journey, Step
from forms.journeys.forms import YoungForm


class LikesForm(YoungForm):
    likes = PicturesField(
        label=pgettext_lazy("to a young person", "What do you like doing?"),
        hint=pgettext_lazy("to a young person", "Choose as many as you like."),
        choices=[
            Choice(
                "football",
                pgettext_lazy("a young person answers", "Football"),
                picture="cms/pictures/football.svg",
            ),
            Choice(
                "baking",
                pgettext_lazy("a young person answers", "Baking"),
                picture="cms/pictures/baking.svg",
            ),
            Divider(),
            Choice(
                "any",
                pgettext_lazy("a young person answers", "I don’t mind"),
                exclusive=True,
            ),
        ],
        missing=pgettext_lazy(
            "to a young person", "Choose what you like, or “I don’t mind”"
        ),
    )


class NameForm(YoungForm):
    call_me = TextField(
        label=pgettext_lazy("to a young person", "What shall we call you?"),
        missing=pgettext_lazy("to a young person", "Write what we should call you"),
        max_length=40,
        autocomplete="off",
    )


CHILDREN = Journey(
    kind="fostering",
    door="children",
    for_children=True,
    steps=[
        Step(
            key="likes",
            slugs={"en": "what-you-like", "cy": "beth-rwyt-tin-hoffi"},
            form_class=LikesForm,
        ),
        Step(
            key="call_me",
            slugs={"en": "your-name", "cy": "dy-enw"},
            form_class=NameForm,
        ),
    ],
    submit=receive_wish,
    collecting=OF_CHILDREN,
    minutes=2,
)
