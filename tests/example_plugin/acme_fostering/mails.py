"""The mail whose words a service may change."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from cms.language import long_date
from cms.mail import EditableMail, Place

STARTED = EditableMail(
    template="fostering/started",
    title=_("Somebody wants to foster"),
    sent=_("Goes to whoever sends the form, straight away."),
    places=(
        Place(name="name", means=_("the name they gave"), example="Siân Morgan"),
        Place(
            name="reference",
            means=_("the reference number"),
            example="ABC-7KM-4R2X",
            in_subject=True,
        ),
        Place(
            name="answer_by",
            means=_("the day by which you are in touch"),
            example=dt.date(2027, 5, 3),
            form=long_date,
        ),
    ),
)
