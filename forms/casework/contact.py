"""Their name, telephone number and e-mail address, corrected on the website.

Whoever holds a link to a case could have its mails sent elsewhere, and anybody can
mistype. A new e-mail address therefore counts once a link that went there is used, or
staff have asked its person; the former one hears of it first and can say no.
"""

import re
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from cms.mail import queue_mail
from forms.casework.adding import in_both
from forms.casework.by_person import MAILS_AN_HOUR, counted, log_act
from forms.casework.models import Addition, Case, NewAddress
from forms.casework.new_address import LIFE
from forms.casework.undelivered import write_to

_TOKEN = re.compile(r"[0-9a-f]{64}")
CONTACT = {
    "display_name": _("They have corrected their name on the website"),
    "phone": _("They have corrected their phone number on the website"),
}
NO_EMAIL = _("They have taken their e-mail address away on the website")
ASKED = _("They ask us on the website to write to another e-mail address")
KEPT = _("They keep the e-mail address we have")
CONFIRMED = _("They have confirmed their new e-mail address")
REFUSED = _(
    "The e-mail address we have says that it did not ask for another: nothing was"
    " changed"
)
DISPUTED = _(
    "The former e-mail address says that it did not ask for the change: please ring"
    " them"
)
DROPPED = _("New e-mail address not used")
CONFIRM, REFUSE = "confirm_address", "not_me"
"""The screens, and the purposes of the links, by which a new address is answered."""

Address = Callable[[str, str], str]
"""The whole address of a screen, by its name and token."""


@sensitive_variables()
@transaction.atomic
def correct_contact(
    *, case: Case, display_name: str, phone: str, email: str, address: Address
) -> str:
    """Keep what they corrected; what was before stays in the timeline.

    Returns the notice that says what came of it.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if not phone and not locked.email:
        phone = locked.phone  # Till another address is confirmed, it is the only way.
    said = {"display_name": display_name, "phone": phone}
    changed = [name for name in CONTACT if said[name] != getattr(locked, name)]
    for name in changed:
        setattr(case, name, said[name])
        log_act(case, CONTACT[name], said=_from_to(getattr(locked, name), said[name]))
    if changed:
        case.save(update_fields=changed)
    case.email = locked.email
    return _correct_email(case, email, address) or "corrected"


def waiting_address(case: Case) -> NewAddress | None:
    """The new address of a case that waits to be confirmed."""
    new: NewAddress | None = getattr(case, "new_address", None)
    return new if new and new.is_waiting else None


def find_new_address(
    *, site: Site, kind: str, token: str, purpose: str
) -> NewAddress | None:
    """The new address that a mailed link is about; None where it opens none."""
    if not _TOKEN.fullmatch(token):
        return None
    found = NewAddress.objects.filter(
        site=site, case__kind=kind, case__from_young=False, row_key=token[:32]
    )
    new = found.select_related("case").first()
    if new is None or not constant_time_compare(token, token_of(new, purpose)):
        return None
    return new if new.is_waiting or (new.is_current and purpose == REFUSE) else None


def token_of(new: NewAddress, purpose: str) -> str:
    """The token of a link for one purpose: the row's key, and our mark on it."""
    about = f"{new.site_id}.{new.row_key.hex}.{new.case.row_key.hex}.{new.email}"
    salt = f"casework.new_address.{purpose}"
    return (
        new.row_key.hex + salted_hmac(salt, about, algorithm="sha256").hexdigest()[:32]
    )


@transaction.atomic
def confirm_address(new: NewAddress, *, by: Any = None) -> bool:
    """Write to the new address from now on; False where it waits no more.

    `by` is the member of staff who has asked the person; None is the person themselves.
    """
    case = Case.objects.select_for_update().get(pk=new.case_id)
    waits = NewAddress.objects.filter(pk=new.pk, confirmed_at=None)
    if not new.is_waiting or not waits.update(confirmed_at=timezone.now()):
        return False
    former = case.email
    if by is None:
        log_act(case, CONFIRMED)
    write_to(case=case, email=new.email, by=by)
    _tell_former(case, former)
    return True


@transaction.atomic
def refuse_address(new: NewAddress) -> bool:
    """The former address did not ask for it; whether it had been confirmed already.

    Then nothing is changed back: the person may well have lost that address, and
    whoever reads there now is not them. Staff ring.
    """
    case = Case.objects.select_for_update().get(pk=new.case_id)
    confirmed = NewAddress.objects.filter(pk=new.pk, confirmed_at__isnull=False)
    disputed = confirmed.exists()
    log_act(case, DISPUTED if disputed else REFUSED)
    forget_address(case)
    return disputed


@transaction.atomic
def drop_address(new: NewAddress, *, by: Any) -> None:
    """Staff have heard that it is not right: we go on writing to the one we have."""
    forget_address(new.case)
    Addition.objects.create(case=new.case, what=in_both(DROPPED), by=by)


def forget_address(case: Case) -> None:
    """Let a new address go, and its links with it."""
    NewAddress.objects.filter(case=case).delete()


@sensitive_variables()
def _correct_email(case: Case, email: str, address: Address) -> str:
    waiting = waiting_address(case)
    if email == (waiting.email if waiting else case.email):
        return ""
    if email == case.email:
        forget_address(case)
        log_act(case, KEPT)
        return ""
    if email and counted(f"casework:addresses:{case.pk}") > MAILS_AN_HOUR:
        return "asked_too_often"
    forget_address(case)
    if not email:
        former = case.email
        case.email = ""
        case.save(update_fields=["email"])
        log_act(case, NO_EMAIL, said=_from_to(former, ""))
        _tell_former(case, former)
        return ""
    _ask(case, email, address)
    return "address_asked"


@sensitive_variables()
def _ask(case: Case, email: str, address: Address) -> None:
    new = NewAddress.objects.create(site=case.site, case=case, email=email)
    log_act(case, ASKED, said=_from_to(case.email, email))
    mails = {"confirm_address": (email, CONFIRM), "address_asked": (case.email, REFUSE)}
    for name, (to, purpose) in mails.items():
        if to:
            url = address(purpose, token_of(new, purpose))
            _mail(case, to, name, url=url, days=LIFE.days)


@sensitive_variables()
def _tell_former(case: Case, former: str) -> None:
    if former:
        _mail(case, former, "address_changed")


@sensitive_variables()
def _mail(case: Case, to: str, name: str, **more: Any) -> None:
    queue_mail(
        site=case.site,
        to=to,
        template=f"casework/{name}",
        language=case.language,
        context={"reference": case.reference, **more},
        case_reference=case.reference,
    )


def _from_to(before: str, after: str) -> str:
    return f"{before or '–'} → {after or '–'}"
