"""The stages of a request: from a child who may not know of it yet to an ended match.

`to` begins with the usual next stage of each plain step: whoever works by steps gets
that one. Nobody but the child has a veto (Children Act 1989 s23ZB; Social Services and
Well-being (Wales) Act 2014 s98): no stage asks what a carer or parent thinks.
What ends a request does not end the duty to consider again: it comes back on a day.
Whoever asked is shown no stage: it could say where a child lives or what was decided.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forms.casework.joining import Joins, Side
from forms.casework.machine import Ask, Machine, Reason, Stage, Step

NEW = Step(key="new", name=pgettext_lazy("stage of a case", "New"))
EXPLAINING = Step(
    key="explaining", name=pgettext_lazy("stage of a request", "Explaining")
)
WAITING = Step(key="waiting", name=pgettext_lazy("stage of a request", "Waiting"))
MEETING = Step(key="meeting", name=pgettext_lazy("stage of a request", "Meeting"))
MATCHED = Step(key="matched", name=pgettext_lazy("stage of a request", "Matched"))
CLOSED = Step(
    key="closed", name=pgettext_lazy("stage of a case", "Closed"), closes=True
)

WHY_WAITING = (
    Reason(key="no_visitor", name=_("No visitor is free yet")),
    Reason(key="none_near", name=_("No visitor lives near enough")),
    Reason(key="none_fitting", name=_("No visitor is the right person yet")),
    Reason(key="in_training", name=_("A visitor is in training or being checked")),
    Reason(key="child_asked", name=_("The child asked to wait a little")),
    Reason(key="information", name=_("Something has still to be found out")),
)
WHY_CLOSED = (
    # The first four are how an appointment ends in law (s23ZB, s98).
    Reason(key="not_looked_after", name=_("The child is no longer looked after")),
    Reason(key="visitor_resigned", name=_("The visitor resigned in writing")),
    Reason(key="notice_given", name=_("The council gave notice in writing")),
    Reason(key="child_objected", name=_("The child objected to going on")),
    Reason(key="asked_twice", name=_("It was asked twice: another case goes on")),
    Reason(key="junk", name=_("It was no request: junk, or a try")),
    Reason(key="sent_back", name=_("Another council handed it over: sent back")),
    Reason(key="other", name=pgettext_lazy("why a case was closed", "Another reason")),
)
NOTHING_OF_A_CHILD = ("asked_twice", "junk")
"""Nothing is lost with such a case: it need not be filed in the child's record."""
UNDERSTANDS = Ask(
    key="decided_by", label=_("Who decided that the child understands enough to object")
)
NOT_IN_INTERESTS = (
    Ask(key="decided_by", label=_("Who decided it")),
    Ask(key="why", label=_("Why it is not in the child’s interests now")),
)
RECEIVER = Ask(key="council", label=_("Which council it was handed to, and to whom"))

ENDS = ("objected", "not_in_interests", "handed_over", "closed")
MEETINGS = ("profile_visit", "shortlisted", "choosing")
ASIDE = ("declined", "objected", "not_in_interests", "handed_over", "closed")


STAGES = (
    Stage(
        key="received",
        name=pgettext_lazy("stage of a request", "Received"),
        step=NEW.key,
        to=("explain_first", "waiting", "needs_information", "explained", *ASIDE),
    ),
    Stage(
        key="needs_information",
        name=pgettext_lazy("stage of a request", "Needs information"),
        step=NEW.key,
        to=("explain_first", "waiting", "explained", *ASIDE),
        answer_in=5,
    ),
    Stage(
        key="explain_first",
        name=pgettext_lazy("stage of a request", "Explain first"),
        step=EXPLAINING.key,
        to=("explained", "waiting", "needs_information", *ASIDE),
        answer_in=10,
    ),
    Stage(
        key="explained",
        name=pgettext_lazy("stage of a request", "Explained"),
        step=EXPLAINING.key,
        to=("waiting", "explain_first", "needs_information", *ASIDE),
        answer_in=10,
    ),
    Stage(
        key="declined",
        name=pgettext_lazy("stage of a request", "Declined for now"),
        step=EXPLAINING.key,
        to=("explain_first", "waiting", "explained", *ENDS),
        dated=True,
        always=True,
    ),
    Stage(
        key="waiting",
        name=pgettext_lazy("stage of a request", "Accepted and waiting"),
        step=WAITING.key,
        # By plain steps "Meeting" is the introductions: from there they are matched.
        to=("introductions", "explain_first", *MEETINGS, *ASIDE),
        reasons=WHY_WAITING,
    ),
    Stage(
        key="profile_visit",
        name=pgettext_lazy("stage of a request", "Profile visit"),
        step=MEETING.key,
        to=("waiting", "shortlisted", "choosing", "introductions", *ASIDE),
        answer_in=10,
    ),
    Stage(
        key="shortlisted",
        name=pgettext_lazy("stage of a request", "Visitors shortlisted"),
        step=MEETING.key,
        to=("waiting", "choosing", "profile_visit", "introductions", *ASIDE),
        answer_in=10,
    ),
    Stage(
        key="choosing",
        name=pgettext_lazy("stage of a request", "The child is choosing"),
        step=MEETING.key,
        to=("waiting", "introductions", "shortlisted", "objects_to_visitor", *ASIDE),
        answer_in=10,
    ),
    Stage(
        key="introductions",
        name=pgettext_lazy("stage of a request", "Introductions"),
        step=MEETING.key,
        to=("matched", "waiting", "agreed", "objects_to_visitor", "choosing", *ASIDE),
        answer_in=10,
    ),
    Stage(
        key="agreed",
        name=pgettext_lazy("stage of a request", "Both have agreed"),
        step=MEETING.key,
        to=("matched", "waiting", "introductions", "objects_to_visitor", *ASIDE),
        answer_in=5,
    ),
    Stage(
        # They keep their place: the case is as old as it was.
        key="objects_to_visitor",
        name=pgettext_lazy("stage of a request", "Objects to this visitor"),
        step=MEETING.key,
        to=("waiting", "shortlisted", "choosing", "explain_first", *ASIDE),
        answer_in=5,
        always=True,
    ),
    Stage(
        key="matched",
        name=pgettext_lazy("stage of a request", "Matched"),
        step=MATCHED.key,
        to=("waiting", "paused", "ending_planned", "objects_to_visitor", *ASIDE),
    ),
    Stage(
        key="paused",
        name=pgettext_lazy("stage of a request", "Paused"),
        step=MATCHED.key,
        to=("waiting", "matched", "ending_planned", "objects_to_visitor", *ASIDE),
        dated=True,
        always=True,
    ),
    Stage(
        key="ending_planned",
        name=pgettext_lazy("stage of a request", "Ending planned"),
        step=MATCHED.key,
        to=("waiting", "matched", "paused", "objects_to_visitor", *ASIDE),
    ),
    Stage(
        key="objected",
        name=pgettext_lazy("stage of a request", "The child objects"),
        step=CLOSED.key,
        to=("explain_first", "waiting", "explained", "closed"),
        dated=True,
        asks=(UNDERSTANDS,),
    ),
    Stage(
        key="not_in_interests",
        name=pgettext_lazy("stage of a request", "Not in the child’s interests"),
        step=CLOSED.key,
        to=("explain_first", "waiting", "explained", "closed"),
        dated=True,
        asks=NOT_IN_INTERESTS,
    ),
    Stage(
        key="handed_over",
        name=pgettext_lazy("stage of a request", "Handed to another council"),
        step=CLOSED.key,
        to=("explain_first", "needs_information", "closed"),
        asks=(RECEIVER,),
    ),
    Stage(
        key="closed",
        name=pgettext_lazy("stage of a request", "Closed"),
        step=CLOSED.key,
        to=("explain_first", "waiting"),
        reasons=WHY_CLOSED,
    ),
)
MACHINE = Machine(
    steps=(NEW, EXPLAINING, WAITING, MEETING, MATCHED, CLOSED),
    stages=STAGES,
    initial=("received",),
    joins=Joins(
        side=Side.CHILD,
        introduced="introductions",
        appointed="matched",
        # The duty to consider again does not end: they wait, and their place is kept.
        ended="waiting",
        undone="waiting",
        over="closed",
        objected="objected",
        during=("agreed", "paused", "ending_planned"),
    ),
)
