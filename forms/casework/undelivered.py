"""Mails that did not reach the person of a case: found, sent again, or readdressed.

Some say nothing about a case that can be mended: those to a former address, which may
well be dead, and those with a link that dies with the address it was made for.
"""

from typing import Any

from django.db import transaction
from django.db.models import BooleanField, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models import Case as Choose
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from cms.mail import OutboundEmail, retry, send_elsewhere
from forms.casework.adding import in_both
from forms.casework.errors import NoWayLeft
from forms.casework.models import Addition, Case, NewAddress
from forms.casework.notices import (
    FOR_STAFF,
    TO_OTHERS,
    TOLD_SERVICE,
    goes_to_others,
    goes_to_staff,
)

CORRECTED = _("E-mail address corrected")
NOT_SENT_AGAIN = (
    "casework/address_asked",
    "casework/address_changed",
    "casework/confirm_address",
    "casework/status_link",
)


def with_undelivered(cases: QuerySet[Any]) -> QuerySet[Any]:
    """Cases with `is_undelivered`: whether a mail to their person has failed for good.

    Where no address is left there is nothing more to deliver: they are rung instead.
    """
    failed = _failed().filter(
        site=OuterRef("site_id"), case_reference=OuterRef("reference")
    )
    return cases.annotate(
        is_undelivered=Choose(
            When(email="", then=Value(False)),
            default=Exists(failed),
            output_field=BooleanField(),
        )
    )


def undelivered(case: Case) -> list[OutboundEmail]:
    """The mails to its person that have failed for good, oldest first."""
    if not case.email:
        return []
    mails = _failed().filter(site=case.site_id, case_reference=case.reference)
    return list(mails.order_by("created_at", "pk"))


def send_again(*, case: Case, mail: OutboundEmail) -> OutboundEmail:
    """Put a mail that failed back into the outbox, to where its person is now."""
    if goes_to_person(mail) and case.email and mail.to != case.email:
        return send_elsewhere(mail, to=case.email)
    return retry(mail)


def goes_to_person(mail: OutboundEmail) -> bool:
    """Whether a mail of a case goes to its person, and is worth sending again."""
    for_somebody_else = goes_to_staff(mail.template) or goes_to_others(mail.template)
    return not for_somebody_else and mail.template not in NOT_SENT_AGAIN


@sensitive_variables()
@transaction.atomic
def correct_address(*, case: Case, email: str, by: Any) -> Addition | None:
    """Write to this address from now on, and send there what could not be delivered.

    None where nothing changes. An empty one says that they have no e-mail: NoWayLeft
    where an open case has no phone number either.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if locked.email == email:
        return None
    if not (email or locked.phone or locked.is_closed):
        raise NoWayLeft
    NewAddress.objects.filter(case=locked).delete()
    case.email = email
    return write_to(case=locked, email=email, by=by)


@sensitive_variables()
@transaction.atomic
def write_to(*, case: Case, email: str, by: Any) -> Addition:
    """Keep an address that is known to be right, and send there what has failed."""
    failed, former = undelivered(case), case.email
    case.email = email
    case.save(update_fields=["email"])
    for mail in failed if email else ():
        send_elsewhere(mail, to=email)
    said = f": {former or '–'} → {email or '–'}"
    told = {code: words + said for code, words in in_both(CORRECTED).items()}
    return Addition.objects.create(case=case, what=told, by=by)


def _failed() -> QuerySet[OutboundEmail]:
    failed = OutboundEmail.objects.filter(status=OutboundEmail.Status.FAILED)
    kept_out = Q(template__in=(*TOLD_SERVICE, *NOT_SENT_AGAIN))
    for ending in (FOR_STAFF, TO_OTHERS):
        kept_out |= Q(template__endswith=ending)
    return failed.exclude(kept_out)
