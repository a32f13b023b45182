"""The link that confirms a professional's address: one case, one address, one use."""

import re

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from cms.mail import queue_mail, site_url
from forms.casework.by_person import log_act
from forms.casework.models import Case
from forms.referrals.models import Referral

_TOKEN = re.compile(r"[0-9a-f]{64}")
CONFIRMED = _("The sender has confirmed their work e-mail address")


@sensitive_variables()
def ask_to_confirm(case: Case) -> None:
    """Queue the mail with the link, in the transaction in which the case was opened."""
    with override(case.language):
        path = reverse("plugins:referrals:confirm", args=[token_of(case)])
    queue_mail(
        site=case.site,
        to=case.email,
        template="referrals/confirm_sender",
        language=case.language,
        context={"reference": case.reference, "url": site_url(case.site, path)},
        case_reference=case.reference,
    )


def token_of(case: Case) -> str:
    """The token of the link: the case's key, and our mark on it and the address."""
    about = f"{case.site_id}.{case.row_key.hex}.{case.email}"
    mark = salted_hmac("referrals.sender", about, algorithm="sha256").hexdigest()
    return case.row_key.hex + mark[:32]


def find_by_token(site: Site, token: str) -> Referral | None:
    """The request that a link is about; None where it opens none."""
    if not _TOKEN.fullmatch(token):
        return None
    found = Referral.objects.select_related("case").filter(
        site=site, case__row_key=token[:32], case__from_young=False
    )
    referral = found.first()
    if referral is None or not constant_time_compare(token, token_of(referral.case)):
        return None
    return referral


@transaction.atomic
def confirm_sender(referral: Referral) -> bool:
    """The address is theirs; False where that was known already."""
    waits = Referral.objects.filter(pk=referral.pk, sender=Referral.Sender.UNKNOWN)
    now = timezone.now()
    if not waits.update(sender=Referral.Sender.LINK, sender_confirmed_at=now):
        return False
    case = Case.objects.select_for_update().get(pk=referral.case_id)
    case.flags = [flag for flag in case.flags if flag["code"] != "unconfirmed_sender"]
    case.is_flagged = bool(case.flags)
    case.save(update_fields=["flags", "is_flagged"])
    log_act(case, CONFIRMED)
    return True
