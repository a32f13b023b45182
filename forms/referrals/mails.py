"""The mails to whoever asks, and to a social worker: a service may change the words."""

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
TO_WORKER = EditableMail(
    template="referrals/nudge_to_others",
    title=_("To the social worker, when a carer has asked"),
    sent=_(
        "Goes to the social worker of whom a carer told you, when you press the button."
    ),
    places=(
        REFERENCE,
        Place(
            name="link",
            key="url",
            means=_("the link to your form for professionals"),
            example="https://iv.example/ask/",
            required=True,
            link=True,
        ),
    ),
    closing=_("Please do not write to us about the child by email: ring us instead."),
)
