"""Starting to foster: three screens, one of them only for some; then check and send."""

from django.utils.translation import gettext_lazy as _

from acme_fostering.collecting import OF_CARERS
from acme_fostering.exits import NO_ROOM, leave_without_room
from acme_fostering.services import receive_start
from acme_fostering.terms import KEEPINGS, TO_CARERS
from cms.theme.forms import YesNoField
from forms.journeys.declaring import Journey, Section, Step
from forms.journeys.forms import StepForm
from forms.journeys.reaching import ReachForm


class RoomForm(StepForm):
    room = YesNoField(
        label=_("Do you have a spare bedroom?"),
        pair="oes",
        missing=_("Say whether you have a spare bedroom"),
    )


class SpaceForm(StepForm):
    space = YesNoField(
        label=_("Could you make a room free within a year?"),
        pair="gallaf",
        missing=_("Say whether you could make a room free within a year"),
    )


JOURNEY = Journey(
    kind="fostering",
    steps=[
        Step(key="room", slugs={"en": "room", "cy": "ystafell"}, form_class=RoomForm),
        Step(
            key="space",
            slugs={"en": "space", "cy": "lle"},
            form_class=SpaceForm,
            shown_if=lambda now: now.answers.get("room") is False,
            leads_out=leave_without_room,
        ),
        Step(
            key="reach",
            slugs={"en": "reach", "cy": "cyrraedd"},
            form_class=ReachForm,
            title=_("How we can reach you"),
            section="you",
            guidance="fostering/guidance/reach.html",
        ),
    ],
    sections=[Section(key="you", title=_("About you"))],
    exits=[NO_ROOM],
    submit=receive_start,
    answer_times=[TO_CARERS],
    keepings=KEEPINGS,
    collecting=OF_CARERS,
    minutes=2,
)
