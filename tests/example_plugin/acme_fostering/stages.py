"""The stages of somebody who wants to foster, and the plain steps they lie in."""

from django.utils.translation import gettext_lazy as _

from forms.casework.machine import Machine, Reason, Stage
from forms.casework.stages import CLOSED, NEW, TALKING

ENDINGS = (
    Reason(key="fosters", name=_("They have begun to foster")),
    Reason(key="stopped", name=_("They do not want to go on")),
)
MACHINE = Machine(
    steps=(NEW, TALKING, CLOSED),
    stages=(
        Stage(
            key="asked",
            name=_("Has asked"),
            told=_("We have your message"),
            step=NEW.key,
            to=("talked", "ended"),
            answer_in=5,
        ),
        Stage(
            key="talked",
            name=_("We have talked"),
            told=_("We have talked to you"),
            step=TALKING.key,
            to=("visited", "ended"),
        ),
        Stage(
            key="visited",
            name=_("Visited at home"),
            told=_("We have visited you at home"),
            step=TALKING.key,
            to=("talked", "ended"),
        ),
        Stage(
            key="ended",
            name=CLOSED.name,
            step=CLOSED.key,
            to=("talked",),
            reasons=ENDINGS,
        ),
    ),
    initial=("asked",),
)
