"""The mails to applicants whose words a service may change."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from cms.language import long_date
from cms.mail import EditableMail, Place
from forms.casework.mails import NAME, REFERENCE

STATUS_LINK = Place(
    name="status_link",
    key="status_url",
    means=_("the link to where their application stands"),
    example="https://iv.example/status",
    required=True,
    may_be_empty=True,
    link=True,
)
RECEIVED = EditableMail(
    template="applications/received",
    title=_("An application has arrived"),
    sent=_("Goes to whoever sends the application form, straight away."),
    places=(
        NAME,
        REFERENCE,
        Place(
            name="contact_by",
            means=_("the day by which you have promised to be in touch"),
            example=dt.date(2027, 5, 3),
            form=long_date,
        ),
        STATUS_LINK,
    ),
)
RECEIVED_SECOND = EditableMail(
    template="applications/received_second",
    title=_("The second part of an application has arrived"),
    sent=_("Goes to whoever sends the second part, straight away."),
    places=(NAME, REFERENCE, STATUS_LINK),
)
