"""Who must have a second factor, and what a session still lacks of it."""

from dataclasses import dataclass
from typing import Any

from allauth.account.internal.flows.login import (
    get_authentication_records,
    record_authentication,
)
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.conf import settings
from django.dispatch import receiver
from django.http import HttpRequest

from cms.admin.place import role_pairs
from cms.roles import CASEWORK_ROLES, Role

MFA = "mfa"  # How allauth calls it in a session's records.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
ALWAYS_OPEN = frozenset(
    {
        "account_logout",
        "wagtailadmin_logout",
        "entry_language",
        "account_reauthenticate",
    }
)


@dataclass(frozen=True)
class Step:
    """Where a session must go next, and which views it may use until it has."""

    view: str
    open_views: frozenset[str]


SET_UP = Step(
    "mfa_index",
    ALWAYS_OPEN
    | {
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_view_recovery_codes",
        "mfa_download_recovery_codes",
    },
)
# Not the password's own confirmation: it is not a second factor.
PASS = Step(
    "mfa_reauthenticate",
    ALWAYS_OPEN - {"account_reauthenticate"}
    | {"mfa_reauthenticate", "mfa_reauthenticate_webauthn"},
)


def must_have(user: Any) -> bool:
    """Whether this person may work only with a second factor.

    Whoever can see submissions anywhere, and whoever administers the network or the
    installation.
    """
    if not settings.SECOND_FACTOR_REQUIRED or not user.is_authenticated:
        return False
    wanted = CASEWORK_ROLES | {Role.NETWORK_ADMIN}
    return user.is_superuser or any(role in wanted for _pk, role in role_pairs(user))


def has_one(user: Any) -> bool:
    """Whether this person has set up an authenticator app or a passkey."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists()


def has_passed(request: HttpRequest) -> bool:
    """Whether this session has shown a second factor."""
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == MFA for record in records)


def missing_step(request: HttpRequest) -> Step | None:
    """What this session still lacks before it may reach the admin; None for nothing.

    A session from before the factor was set up has not passed it, whoever it is.
    """
    user = request.user
    if not settings.SECOND_FACTOR_REQUIRED or not user.is_authenticated:
        return None
    if has_passed(request):
        return None
    if has_one(user):
        return PASS
    return SET_UP if must_have(user) else None


def may_remove(authenticator: Authenticator) -> bool:
    """Whether a factor may go: not the last one of a person who must have one."""
    if authenticator.type not in FACTORS or not must_have(authenticator.user):
        return True
    others = Authenticator.objects.filter(
        user_id=authenticator.user_id, type__in=FACTORS
    )
    return others.exclude(pk=authenticator.pk).exists()


@receiver(authenticator_added)
def count_as_passed(
    sender: Any, request: HttpRequest, user: Any, authenticator: Any, **kwargs: Any
) -> None:
    """Setting a factor up shows it: the session need not show it again at once."""
    if authenticator.type in FACTORS:
        record_authentication(
            request, user, MFA, id=authenticator.pk, type=authenticator.type
        )
