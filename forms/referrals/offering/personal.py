"""Whose the rows of the log of offers are: the officers', and no child's by name."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.privacy import Care, PersonalData, by_all_words
from forms.referrals.offering.models import OfferRecord


def _unlink(record: Any) -> None:
    """The numbers stay; who noted them is forgotten."""
    OfferRecord.objects.filter(pk=record.pk).update(link=None)


LINKS = PersonalData(
    model="referrals.OfferLink",
    title=_("link of a reviewing officer"),
    fields={"name": Care.GIVE, "email": Care.GIVE},
    left_out={"made_by": "It is who of the staff put them on the list."},
    find=by_all_words("referrals.OfferLink", ["name", "email"]),
    correctable=["name", "email"],
)
RECORDS = PersonalData(
    model="referrals.OfferRecord",
    title=_("noted offer"),
    fields={
        "considered_on": Care.GIVE,
        **dict.fromkeys(
            ["explained", "offered", "answer", "age_band", "next_review"], Care.CHILD
        ),
    },
    through=["link"],
    erase=_unlink,
)
