"""Why each question is asked, and of whom: privacy notices are made of it."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forms.journeys.collecting import Collecting, Collects, Use
from sites.notices.audiences import Audience

OF_CARERS = Collecting(
    parts=[
        Collects(
            audiences=[Audience.CARER],
            whose=_("People who want to foster"),
            uses=[
                Use(
                    fields=["room", "space"],
                    why=_("to know whether a child would have a room of their own"),
                ),
                Use(
                    fields=["name", "email", "phone"],
                    why=_("to get in touch with you about fostering"),
                ),
            ],
        )
    ],
    reader=Audience.CARER,
)
OF_CHILDREN = Collecting(
    parts=[
        Collects(
            audiences=[Audience.YOUNG],
            whose=_("Children of carers"),
            uses=[
                Use(
                    fields=["likes"],
                    why=pgettext_lazy(
                        "to a young person", "to plan something you enjoy"
                    ),
                ),
                Use(
                    fields=["call_me"],
                    why=pgettext_lazy("to a young person", "to call you by your name"),
                ),
            ],
        )
    ],
    reader=Audience.YOUNG,
)
