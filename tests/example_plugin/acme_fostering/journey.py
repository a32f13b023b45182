"""Starting to foster as a journey: two short screens, then check and send."""

from django.utils.translation import gettext_lazy as _

from acme_fostering.services import receive_start
from cms.theme.forms import EmailField, TextField, YesNoField
from forms.journeys.declaring import Journey, Section, Step
from forms.journeys.forms import StepForm


class RoomForm(StepForm):
    """A room of their own: what every foster child needs."""

    room = YesNoField(
        label=_("Do you have a spare bedroom?"),
        pair="oes",
        missing=_("Say whether you have a spare bedroom"),
    )


class ReachForm(StepForm):
    """Who they are, and where to answer."""

    name = TextField(
        label=_("Your full name"),
        missing=_("Enter your full name"),
        autocomplete="name",
        spellcheck=False,
    )
    email = EmailField(
        label=_("An email address for our answer"),
        missing=_("Enter an email address for our answer"),
    )


JOURNEY = Journey(
    kind="fostering",
    sections=[Section(key="you", title=_("You and your home"))],
    steps=[
        Step(
            key="room",
            slugs={"en": "room", "cy": "ystafell"},
            form_class=RoomForm,
            section="you",
        ),
        Step(
            key="reach",
            slugs={"en": "reach", "cy": "cyrraedd"},
            form_class=ReachForm,
            title=_("How we can reach you"),
            section="you",
        ),
    ],
    submit=receive_start,
    minutes=2,
)
