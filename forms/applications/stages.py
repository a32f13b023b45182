"""The stages of an application, from "I might" to a volunteer who leaves.

`to` begins with the usual next stage of each plain step: whoever works by steps gets
that one. References, the DBS check and training are kept by themselves beside the stage
"checks".
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forms.casework.joining import Joins, Side
from forms.casework.machine import Machine, Reason, Stage
from forms.casework.stages import CHECKS, CLOSED, FIVE_STEPS, NEW, READY, TALKING

OTHER = Reason(
    key="other",
    name=pgettext_lazy("why a case was closed", "Another reason"),
    told=pgettext_lazy("why somebody withdraws", "Another reason"),
)
NO_TIME = Reason(
    key="no_time",
    name=_("They do not have enough time"),
    told=_("I do not have enough time"),
)
MOVED = Reason(key="moved", name=_("They are moving away"), told=_("I am moving away"))
UNSAID = Reason(key="not_said", name=_("They did not say why"))

WHY_WITHDRAWN = (
    Reason(
        key="changed_mind",
        name=_("They changed their mind"),
        told=_("I have changed my mind"),
    ),
    NO_TIME,
    MOVED,
    Reason(
        key="other_role",
        name=_("They chose something else"),
        told=_("I have chosen something else"),
    ),
    OTHER,
    UNSAID,
)
WHY_NOT_PROGRESSED = (
    Reason(
        key="no_answer",
        name=pgettext_lazy("why a case was closed", "We could not reach them"),
    ),
    Reason(key="not_now", name=pgettext_lazy("why a case was closed", "Not right now")),
    Reason(key="not_independent", name=_("They are not independent of the council")),
    Reason(key="after_talk", name=_("Decided after the talk or interview")),
    Reason(key="after_checks", name=_("Decided after the checks")),
    OTHER,
)
WHY_LEFT = (
    Reason(key="finished", name=_("Their time as a visitor came to its end")),
    NO_TIME,
    MOVED,
    Reason(key="we_ended", name=_("We ended it")),
    OTHER,
)
BEFORE_APPLYING = ("enquiry", "started")
EXITS = ("withdrawn", "not_progressed", "transferred")
TALKS = ("screening", "information_session", "interview_booked", "interviewed")


def _talks_but(key: str) -> tuple[str, ...]:
    return tuple(talk for talk in TALKS if talk != key)


NEW_STAGES = (
    Stage(
        key="enquiry",
        name=pgettext_lazy("stage of an application", "Enquiry"),
        told=_("You have got in touch with us"),
        told_next=_("We read what you sent and get in touch with you."),
        step=NEW.key,
        to=("started", "submitted", *TALKS, "deferred", *EXITS),
        answer_in=5,
    ),
    Stage(
        key="started",
        name=pgettext_lazy("stage of an application", "Started"),
        told=_("You have begun your application"),
        told_next=_("When you have sent it, we read it and get in touch with you."),
        step=NEW.key,
        to=("submitted", *TALKS, "deferred", *EXITS),
    ),
    Stage(
        key="submitted",
        name=pgettext_lazy("stage of an application", "Submitted"),
        told=_("We have your application"),
        told_next=_(
            "We read it and get in touch with you for a talk, with no"
            " obligation on either side."
        ),
        step=NEW.key,
        to=(*TALKS, "deferred", *EXITS),
        answer_in=5,
    ),
)
TALKING_STAGES = (
    Stage(
        key="screening",
        name=pgettext_lazy("stage of an application", "Screening"),
        told=_("We are reading your application and talking to you"),
        told_next=_(
            "If we both want to go on, we invite you to an information session"
            " or an interview."
        ),
        step=TALKING.key,
        to=(*_talks_but("screening"), "deferred", "checks", *EXITS),
        answer_in=10,
    ),
    Stage(
        key="information_session",
        name=pgettext_lazy("stage of an application", "Information session"),
        told=_("You are invited to an information session"),
        told_next=_(
            "If you want to go on after it, we agree on a day for an interview."
        ),
        step=TALKING.key,
        to=(*_talks_but("information_session"), "deferred", "checks", *EXITS),
        answer_in=10,
    ),
    Stage(
        key="interview_booked",
        name=pgettext_lazy("stage of an application", "Interview booked"),
        told=_("We have agreed when to meet for your interview"),
        told_next=_("After the interview we tell you whether we go on to the checks."),
        step=TALKING.key,
        to=(*_talks_but("interview_booked"), "deferred", "checks", *EXITS),
        answer_in=10,
    ),
    Stage(
        key="interviewed",
        name=pgettext_lazy("stage of an application", "Interviewed"),
        told=_("We have had your interview"),
        told_next=_("We tell you whether we go on to the checks."),
        step=TALKING.key,
        to=(*_talks_but("interviewed"), "deferred", "checks", *EXITS),
        answer_in=5,
    ),
    Stage(
        key="deferred",
        name=pgettext_lazy("stage of an application", "Deferred until a day"),
        told=_("Your application is resting, as we agreed"),
        told_next=_("Then we get in touch with you and go on from where we stopped."),
        step=TALKING.key,
        to=(*TALKS, "checks", *EXITS),
        dated=True,
    ),
)
CHECKS_STAGES = (
    Stage(
        key="checks",
        name=pgettext_lazy("stage of an application", "Checks"),
        told=_("We are doing the checks"),
        told_next=_(
            "The checks are references, a DBS check and training. They can take"
            " some weeks. When they are done, we decide."
        ),
        step=CHECKS.key,
        to=("decision", "screening", "interviewed", "deferred", "approved", *EXITS),
        answer_in=20,
    ),
    Stage(
        key="decision",
        name=pgettext_lazy("stage of an application", "Decision"),
        told=_("The checks are done, and we are deciding"),
        told_next=_("We tell you what we have decided, and why."),
        step=CHECKS.key,
        to=("checks", "screening", "interviewed", "deferred", "approved", *EXITS),
        answer_in=5,
    ),
)
READY_STAGES = (
    Stage(
        key="approved",
        name=pgettext_lazy("stage of an application", "Approved, not yet matched"),
        told=_("You are approved. We are looking for the right young person to visit"),
        told_next=_(
            "When we think that we have found the right young person, we tell"
            " you, and you both decide."
        ),
        step=READY.key,
        to=("introduced", "matched", "on_break", "checks", "left", *EXITS),
    ),
    Stage(
        key="introduced",
        name=pgettext_lazy("stage of an application", "Introduced"),
        told=_("You are getting to know a young person"),
        told_next=_("If you both want to, your visits begin."),
        step=READY.key,
        to=("matched", "approved", "on_break", "checks", "left", *EXITS),
        answer_in=10,
    ),
    Stage(
        key="matched",
        name=pgettext_lazy("stage of an application", "Matched"),
        told=_("You are visiting a young person"),
        step=READY.key,
        to=("approved", "introduced", "on_break", "checks", "left", "transferred"),
    ),
    Stage(
        key="on_break",
        name=pgettext_lazy("stage of an application", "On a break"),
        told=_("You are taking a break"),
        step=READY.key,
        to=("approved", "introduced", "matched", "checks", "left", "transferred"),
    ),
)
CLOSED_STAGES = (
    Stage(
        key="left",
        name=pgettext_lazy("stage of an application", "Left"),
        told=_("You are no longer a visitor with us. Thank you for your time"),
        step=CLOSED.key,
        to=("screening", "approved"),
        reasons=WHY_LEFT,
    ),
    Stage(
        key="withdrawn",
        name=pgettext_lazy("stage of an application", "Withdrawn"),
        told=_("You have withdrawn your application"),
        step=CLOSED.key,
        to=("screening", "deferred"),
        reasons=WHY_WITHDRAWN,
    ),
    Stage(
        key="not_progressed",
        name=pgettext_lazy("stage of an application", "Not progressed"),
        told=_("We are not going on with your application"),
        step=CLOSED.key,
        to=("screening", "deferred"),
        reasons=WHY_NOT_PROGRESSED,
    ),
    Stage(
        key="transferred",
        name=pgettext_lazy("stage of an application", "Transferred"),
        told=_("We have passed your application on to another service"),
        step=CLOSED.key,
        to=("screening",),
    ),
)
MACHINE = Machine(
    steps=FIVE_STEPS,
    stages=(
        *NEW_STAGES,
        *TALKING_STAGES,
        *CHECKS_STAGES,
        *READY_STAGES,
        *CLOSED_STAGES,
    ),
    initial=("submitted", "enquiry", "started"),
    withdrawn="withdrawn",
    unsaid=UNSAID.key,
    joins=Joins(
        side=Side.VISITOR,
        introduced="introduced",
        appointed="matched",
        ended="approved",
        undone="approved",
    ),
)
