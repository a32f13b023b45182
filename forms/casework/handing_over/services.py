"""Hand a case over, accept it, send it back. Nothing else writes hand-overs.

One transaction a function: both services know of it, or neither.
"""

from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.debug import sensitive_variables

from cms.privacy import log_read
from forms.casework.errors import (
    AnsweredAlready,
    NothingWritten,
    NotToThemselves,
    ParcelChanged,
    StillWaiting,
)
from forms.casework.handing_over.declared import HandsOver
from forms.casework.handing_over.parcel import packed, seal_of
from forms.casework.handing_over.receiving import HANDED_IN, open_there, receiving_site
from forms.casework.kinds import inbox_of
from forms.casework.models import Case, HandOver
from forms.casework.moving import move_case
from sites.models import Authority, Service


@sensitive_variables()
@transaction.atomic
def hand_over(
    *,
    case: Case,
    to: Authority,
    by: Any,
    why: str,
    told: str,
    seal: str,
    contact: str = "",
    request: HttpRequest | None = None,
) -> HandOver:
    """Send what was seen, under its `seal`, to this council: here or on paper.

    The case here is closed as handed over; both logs of reads say who did it.
    """
    how = _how(case)
    locked = Case.objects.select_for_update().get(pk=case.pk)
    _refuse(locked, to, why)
    parcel = _sealed(locked, how, seal)
    site = receiving_site(to=to, kind=case.kind, sender=case.site)
    received = open_there(site, case.kind, parcel) if site else None
    if received:
        how.copy(locked, received)
    state = HandOver.State.WAITING if received else HandOver.State.PRINTED
    made = HandOver.objects.create(
        case=locked,
        by=by,
        to=to,
        contact=contact.strip(),
        why=why.strip(),
        told=told,
        sent=parcel,
        state=state,
        received=received,
    )
    whom = ", ".join(filter(None, [_name_of(to), made.contact]))
    move_case(case=case, to=how.to, by=by, why=made.why, facts={how.receiver: whom})
    for each in filter(None, [locked, received]):
        _log(each, by, request)
    return made


@transaction.atomic
def accept(*, handed: HandOver, by: Any) -> HandOver:
    """The other service takes it as its own."""
    return _answered(handed, HandOver.State.ACCEPTED, by)


@sensitive_variables("why")
@transaction.atomic
def send_back(*, handed: HandOver, by: Any, why: str) -> HandOver:
    """The other service does not take it: it is open again where it came from."""
    if not why.strip():
        raise NothingWritten
    made = _answered(handed, HandOver.State.REFUSED, by, why.strip())
    how = _how(made.case)
    if made.received:
        stage, reason = how.sent_back
        move_case(case=made.received, to=stage, reason=reason, by=by, why=made.answer)
    if made.case.stage == how.to:
        # Nobody of that service did it: its own staff are not named.
        move_case(case=made.case, to=how.back, by=None, why=made.answer)
    return made


def _how(case: Case) -> HandsOver:
    """How cases of its kind go to another council; LookupError where they never do."""
    how: HandsOver | None = inbox_of(case.kind).hands_over
    if how is None:
        raise LookupError(case.kind)
    return how


@sensitive_variables()
def _sealed(case: Case, how: HandsOver, seal: str) -> dict[str, Any]:
    """What goes; ParcelChanged where that is not what was seen."""
    parcel = packed(case, how)
    if seal_of(parcel) != seal:
        raise ParcelChanged
    return parcel


def _refuse(case: Case, to: Authority, why: str) -> None:
    if not why.strip():
        raise NothingWritten
    own = Service.of(case.site)
    if own and own.authority_id == to.pk:
        raise NotToThemselves
    if case.handovers.filter(state=HandOver.State.WAITING).exists():
        raise StillWaiting


def _answered(
    handed: HandOver, state: HandOver.State, by: Any, answer: str = ""
) -> HandOver:
    locked = HandOver.objects.select_for_update().get(pk=handed.pk)
    if not locked.waits:
        raise AnsweredAlready
    locked.state, locked.answer = state, answer
    locked.answered_at, locked.answered_by = timezone.now(), by
    locked.save(update_fields=["state", "answer", "answered_at", "answered_by"])
    if locked.received_id:
        _ask_no_more(locked.received_id)
    return locked


def _ask_no_more(received: int) -> None:
    """The case that came no longer asks to be accepted."""
    case = Case.objects.select_for_update().get(pk=received)
    case.flags = [flag for flag in case.flags if flag["code"] != HANDED_IN.code]
    case.is_flagged = bool(case.flags)
    case.save(update_fields=["flags", "is_flagged"])


def _name_of(to: Authority) -> str:
    return str(to.council_name((get_language() or "en")[:2]))


def _log(case: Case, by: Any, request: HttpRequest | None) -> None:
    log_read(
        site=case.site,
        user=by,
        kind=case.kind,
        reference=case.reference,
        action="handed",
        request=request,
    )
