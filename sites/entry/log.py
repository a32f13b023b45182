"""Write down who signed in, how, and what was refused. The only writer of `SignIn`."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Site

from cms.browser_names import browser_of
from cms.client_address import coarse_address
from cms.privacy import blind_index
from sites.entry.models import SignIn
from sites.people.models import User

KEPT = dt.timedelta(days=365)
ONCE_IN = dt.timedelta(minutes=15)
"""Within this time one line says that somebody was stopped, however often they try."""

COUNCILS_FACTOR = "council"
"""How a session's records name a second factor that the council's sign-in took."""

_RECORDS = "account_authentication_methods"  # allauth's own, of the session.
_SECOND = {
    "totp": SignIn.Second.APP,
    "webauthn": SignIn.Second.PASSKEY,
    "recovery_codes": SignIn.Second.RECOVERY,
    COUNCILS_FACTOR: SignIn.Second.COUNCIL,
}


@receiver(user_logged_in)
def note_sign_in(sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """Somebody has signed in."""
    method, second = how(request)
    _write(
        request,
        user=user,
        typed=user.email,
        method=method,
        second=second,
        outcome=SignIn.Outcome.SIGNED_IN,
    )


@receiver(user_login_failed)
def note_failure(
    sender: Any, credentials: dict[str, Any], request: Any = None, **kwargs: Any
) -> None:
    """A password was wrong, or not looked at any more."""
    if request is None:
        return
    locked = getattr(request, "axes_locked_out", False)
    outcome = SignIn.Outcome.LOCKED if locked else SignIn.Outcome.WRONG
    typed = typed_address(credentials)
    _write(request, user=_known(typed), typed=typed, outcome=outcome)


def note_wrong_code(request: HttpRequest, user: Any) -> None:
    """The password was right; a code of the second factor was not."""
    _write(request, user=user, typed=user.email, outcome=SignIn.Outcome.WRONG_CODE)


def note_refused(
    request: HttpRequest, typed: str, method: str = SignIn.Method.COUNCIL
) -> None:
    """Somebody proved who they are in a way that does not open this door."""
    _write(
        request,
        user=_known(typed),
        typed=typed,
        method=method,
        outcome=SignIn.Outcome.REFUSED,
    )


def typed_address(credentials: dict[str, Any]) -> str:
    """What was typed as the e-mail address, whichever form it came from."""
    return str(credentials.get("email") or credentials.get("username") or "")


def how(request: HttpRequest) -> tuple[str, str]:
    """The method and the second factor of the session that has just begun."""
    records = request.session.get(_RECORDS) or []
    if any(record.get("method") == "socialaccount" for record in records):
        return SignIn.Method.COUNCIL, _second(records)
    if any(record.get("passwordless") for record in records):
        return SignIn.Method.PASSKEY, SignIn.Second.PASSKEY
    if records or not settings.DEMO:
        return SignIn.Method.PASSWORD, _second(records)
    return SignIn.Method.DEMO, SignIn.Second.NONE


def _second(records: list[dict[str, Any]]) -> str:
    used = [r.get("type", "") for r in records if r.get("method") == "mfa"]
    return _SECOND.get(used[-1], SignIn.Second.NONE) if used else SignIn.Second.NONE


def _known(typed: str) -> User | None:
    return User.objects.filter(email__iexact=typed).first() if typed else None


def _write(request: HttpRequest, *, typed: str, outcome: str, **facts: Any) -> None:
    if "SERVER_NAME" not in request.META:
        return  # No browser: a test or a command signs somebody in.
    row = SignIn(
        typed=blind_index(typed),
        site=Site.find_for_request(request),
        outcome=outcome,
        browser=browser_of(request),
        address=coarse_address(request),
        **facts,
    )
    if outcome != SignIn.Outcome.LOCKED or not _said_lately(row):
        row.save()


def _said_lately(row: SignIn) -> bool:
    since = timezone.now() - ONCE_IN
    same = SignIn.objects.filter(outcome=row.outcome, at__gt=since)
    return same.filter(typed=row.typed, address=row.address).exists()
