"""The mails to the person of a case whose words a service may change."""

from django.utils.translation import gettext_lazy as _

from cms.language import counted
from cms.mail import EditableMail, Place

NAME = Place(name="name", means=_("the name they gave"), example="Siân Morgan")
REFERENCE = Place(
    name="reference",
    means=_("the reference number, by which you find them again"),
    example="ABC-7KM-4R2X",
    required=True,
    in_subject=True,
)
"""What every mail about a case has to say: by it people can ask, and staff can find."""


def days(number: int) -> str:
    """So many days, as counting has them in the language that is active."""
    return counted(number, "diwrnod")


LINK_DAYS = Place(
    name="days",
    means=_("for how many days the link works, like “28 days”"),
    example=28,
    form=days,
    required=True,
)
STATUS_LINK = EditableMail(
    template="casework/status_link",
    title=_("The link to where a form stands"),
    sent=_("Goes to whoever asks on your website where their form stands."),
    places=(
        REFERENCE,
        Place(
            name="link",
            key="url",
            means=_("the link that shows them where their form stands"),
            example="https://iv.example/s/k7d2mq",
            required=True,
            link=True,
        ),
        LINK_DAYS,
    ),
)
WITHDRAWN = EditableMail(
    template="casework/withdrawn",
    title=_("They have withdrawn"),
    sent=_("Goes to whoever withdraws on your website, straight away."),
    places=(NAME, REFERENCE),
)
CONFIRM_ADDRESS = EditableMail(
    template="casework/confirm_address",
    title=_("Confirm a new email address"),
    sent=_(
        "Goes to the new address when somebody asks on your website that you write"
        " there."
    ),
    places=(
        REFERENCE,
        Place(
            name="link",
            key="url",
            means=_("the link by which they confirm the address"),
            example="https://iv.example/c/k7d2mq",
            required=True,
            link=True,
        ),
        LINK_DAYS,
    ),
)
ADDRESS_ASKED = EditableMail(
    template="casework/address_asked",
    title=_("Another email address was asked for"),
    sent=_(
        "Goes to the address that you have when somebody asks on your website that you"
        " write to another one."
    ),
    places=(
        REFERENCE,
        Place(
            name="link",
            key="url",
            means=_("the link by which they say that it was not them"),
            example="https://iv.example/n/k7d2mq",
            required=True,
            link=True,
        ),
        LINK_DAYS,
    ),
)
ADDRESS_CHANGED = EditableMail(
    template="casework/address_changed",
    title=_("Their email address was changed"),
    sent=_("Goes to the former address once a new one is confirmed."),
    places=(REFERENCE,),
)
