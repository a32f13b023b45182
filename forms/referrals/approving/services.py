"""Ask a professional's own manager, and keep their answer: one link, one use.

Nothing waits for it: the request counts and its time runs from when it was received.
"""

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
from forms.casework.flags import Flag, kept
from forms.casework.models import Case
from forms.referrals.models import Referral
from forms.referrals.own_choices import own_choice
from sites.models import Service

KEY = "approval"
ANSWERS = ("approved", "refused")
_TOKEN = re.compile(r"[0-9a-f]{64}")
_WAITS = Flag(
    "approval_waits",
    _(
        "Their manager has not approved it yet: remind them. The request counts and its"
        " time runs: nothing waits for it."
    ),
)
_REFUSED = Flag(
    "approval_refused",
    _("Their manager does not approve it: ring them. The request still counts."),
)
_DONE = {
    "approved": _("Their manager has approved the request"),
    "refused": _("Their manager does not approve the request, and asks to be rung"),
}


def asks_for_approval(service: Service) -> bool:
    """Whether the service asks whom a professional answers to."""
    return bool(own_choice(service, KEY, False))


@sensitive_variables()
def ask_to_approve(case: Case, email: str) -> None:
    """Mail the link to the manager, in the transaction in which the case was opened.

    The case says that it waits, for staff to remind them.
    """
    service = Service.for_site(case.site)
    with override(case.site.profile.default_language):
        token = token_of(case, email)
        path = reverse("plugins:referrals:approve", args=[token])
    queue_mail(
        site=case.site,
        to=email,
        template="referrals/approve",
        language=service.language_for_anyone(),
        context={"reference": case.reference, "url": site_url(case.site, path)},
        case_reference=case.reference,
    )
    _set_flag(case, _WAITS)


def token_of(case: Case, email: str) -> str:
    """The token of the link: the case's key, and our mark on it and the manager."""
    about = f"{case.site_id}.{case.row_key.hex}.{email}"
    mark = salted_hmac("referrals.approval", about, algorithm="sha256").hexdigest()
    return case.row_key.hex + mark[:32]


def find_by_token(site: Site, token: str) -> Referral | None:
    """The request that a link is about; None where it opens none."""
    if not _TOKEN.fullmatch(token):
        return None
    found = (
        Referral.objects.select_related("case")
        .filter(site=site, case__row_key=token[:32], case__from_young=False)
        .first()
    )
    if found is None or not found.manager:
        return None
    right = token_of(found.case, found.manager["email"])
    return found if constant_time_compare(token, right) else None


@transaction.atomic
def answer_of_manager(referral: Referral, answer: str) -> bool:
    """Keep what the manager answers; False where they have answered already."""
    if answer not in ANSWERS:
        raise ValueError(answer)
    waits = Referral.objects.filter(pk=referral.pk, approval="")
    if not waits.update(approval=answer, approval_at=timezone.now()):
        return False
    case = Case.objects.select_for_update().get(pk=referral.case_id)
    _set_flag(case, _REFUSED if answer == "refused" else None)
    log_act(case, _DONE[answer])
    return True


def _set_flag(case: Case, flag: Flag | None) -> None:
    """Of both flags this one alone stands, or none."""
    ours = {_WAITS.code, _REFUSED.code}
    others = [row for row in case.flags if row["code"] not in ours]
    case.flags = [*others, *kept([flag] if flag else [])]
    case.is_flagged = bool(case.flags)
    case.save(update_fields=["flags", "is_flagged"])
