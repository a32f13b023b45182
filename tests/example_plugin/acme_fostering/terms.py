"""What the journey promises and how long it is kept; a service may set otherwise."""

from django.utils.translation import gettext_lazy as _

from forms.journeys.terms import AnswerTime, Keeping

TO_CARERS = AnswerTime(
    key="carers",
    label=_("Working days until we get in touch with somebody who wants to foster"),
    days=5,
)
KEEPINGS = [
    Keeping(
        key="wish_to_foster",
        label=_("A wish to foster, counted from when it was closed"),
        months=12,
    )
]
