"""What a request promises and how long it is kept; a service may set otherwise."""

from django.utils.translation import gettext_lazy as _

from forms.journeys.terms import AnswerTime, Keeping
from forms.referrals.choices import YOUNG_PERSON

TO_YOUNG_PEOPLE = AnswerTime(
    key="young_people",
    label=_("Working days until we speak to a young person who asked"),
    days=2,
)
TO_ADULTS = AnswerTime(
    key="adults",
    label=_("Working days until we speak to an adult who asked for a child"),
    days=5,
)
FILED = Keeping(
    key="filed",
    label=_(
        "A request, counted from when it was closed, and never deleted before it is"
        " filed in the child’s own case record"
    ),
    months=12,
)
NOT_NEEDED = Keeping(
    key="not_needed",
    label=_("A request that came twice or was none, counted from when it was closed"),
    months=1,
)
KEEPINGS = (FILED, NOT_NEEDED)


def answer_time(role: str) -> AnswerTime:
    """What we promise to whoever asks in this role."""
    return TO_YOUNG_PEOPLE if role == YOUNG_PERSON else TO_ADULTS
