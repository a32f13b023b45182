"""How a request goes to the council that looks after the child."""

from forms.casework.handing_over.declared import HandsOver
from forms.casework.models import Case
from forms.referrals.letters import PASSED_ON
from forms.referrals.models import Referral
from forms.referrals.stages import RECEIVER
from sites.models import Service

_ITS_OWN = frozenset(
    [
        *("id", "row_key", "site", "case", "council"),
        *("manager", "approval", "approval_at"),
    ]
)
"""What stays: the manager is of the council that asked them."""


def copy_request(old: Case, new: Case) -> None:
    """What was asked, as it was asked; the receiving council is the one that it is."""
    asked = Referral.objects.filter(case=old).first()
    if asked is None:
        return
    service = Service.of(new.site)
    told = {
        field.name: getattr(asked, field.name)
        for field in Referral._meta.concrete_fields
        if field.name not in _ITS_OWN
    }
    Referral.objects.create(
        case=new,
        site=new.site,
        council=service.authority if service else None,
        **told,
    )


HANDS_OVER = HandsOver(
    to="handed_over",
    receiver=RECEIVER.key,
    back="needs_information",
    sent_back=("closed", "sent_back"),
    copy=copy_request,
    letter=PASSED_ON.key,
    flags=frozenset(["worry", "worry_no_number", "under_13", "unconfirmed_sender"]),
)
