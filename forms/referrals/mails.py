"""The mail to whoever asks for a visitor, whose words a service may change."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from cms.language import long_date
from cms.mail import EditableMail, Place
from forms.casework.mails import NAME, REFERENCE

RECEIVED = EditableMail(
    template="referrals/received",
    title=_("A request for a visitor has arrived"),
    sent=_("Goes to whoever asks for a visitor, straight away."),
    places=(
        NAME,
        REFERENCE,
        Place(
            name="answer_by",
            means=_("the day by which you have promised to speak to them"),
            example=dt.date(2027, 5, 3),
            form=long_date,
        ),
    ),
    # Whatever else is said: what a child needs is not for the post.
    closing=_(
        "Please do not send us anything about the child by email: we will talk about"
        " it."
    ),
)
