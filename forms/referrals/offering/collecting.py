"""What reviewing officers are told of what the log of offers keeps of them."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from cms.activation import is_on
from forms.referrals.offering.forms import OfferForm
from forms.referrals.offering.keeping import LINK_MONTHS, LINKS, OFFERS, RECORD_MONTHS
from sites.details import how_long
from sites.models import Service
from sites.notices.audiences import Audience
from sites.notices.declaring import Collected, KeptFor, Reason, register_collecting


@register_collecting
def collected_of_officers(service: Service) -> Iterator[Collected]:
    """Alike at every service where requests are taken."""
    if is_on(service.site, "referrals"):
        yield Collected(
            key="referrals:offers",
            audience=Audience.PROFESSIONAL,
            title=_("Log of offers"),
            whose=_("Independent reviewing officers"),
            ask=_asked,
            kept=[
                KeptFor(what=str(OFFERS.label), how_long=how_long(RECORD_MONTHS)),
                KeptFor(what=str(LINKS.label), how_long=how_long(LINK_MONTHS)),
            ],
        )


def _asked() -> Sequence[Reason]:
    return [
        Reason(
            why=_("to send independent reviewing officers their own link"),
            asked=[_("Name and work email address, entered by our staff")],
        ),
        Reason(
            why=_(
                "to count how many children are offered a visitor, without naming any"
            ),
            asked=[str(field.label) for field in OfferForm().fields.values()],
        ),
    ]
