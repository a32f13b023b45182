"""The mails about a saved draft whose words a service may change.

Young people have words of their own, for the service to change by themselves.
"""

import datetime as dt
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from cms.language import plain_date
from cms.mail import EditableMail, Place

LINK = Place(
    name="link",
    key="url",
    means=_("the link that brings them back to their answers, once"),
    example="https://iv.example/d/k7d2mq",
    required=True,
    link=True,
)
UNTIL = Place(
    name="until",
    key="expires_on",
    means=_("the day until which their answers are kept"),
    example=dt.date(2027, 5, 3),
    form=plain_date,
    required=True,
)
STOP_LINK = Place(
    name="stop_link",
    key="keeping_url",
    means=_("the link by which they stop the reminder or delete their answers"),
    example="https://iv.example/k/p4w9xt",
    required=True,
    link=True,
)
PLACES = (LINK, UNTIL, STOP_LINK)

RESUME = EditableMail(
    template="journeys/resume",
    title=_("The link to a saved form"),
    sent=_("Goes to whoever saves their answers to carry on later."),
    places=PLACES,
)
REMINDER = EditableMail(
    template="journeys/reminder",
    title=_("The reminder of a form that is not finished"),
    sent=_("Goes once, a few days before a saved form is deleted."),
    places=PLACES,
)
YOUNG_RESUME = replace(
    RESUME,
    title=_("The link to a saved form, to a young person"),
    sent=_("Goes to a young person who saves their answers to carry on later."),
    reader="young",
)
YOUNG_REMINDER = replace(
    REMINDER,
    title=_("The reminder of a form that is not finished, to a young person"),
    sent=_("Goes once, a few days before a young person’s saved form is deleted."),
    reader="young",
)
