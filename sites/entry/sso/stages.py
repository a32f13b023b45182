"""The step of the second factor, where the council's sign-in has already taken it."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from sites.entry.log import COUNCILS_FACTOR
from sites.entry.models import IdentityProvider


class SecondFactorStage(AuthenticateStage):
    """allauth's stage: passed where a council is trusted to have asked."""

    def _should_handle(self, request: HttpRequest) -> bool:
        login = (self.login.signal_kwargs or {}).get("sociallogin")
        if getattr(login, "second_factor_asked", False):
            record_authentication(request, self.login.user, "mfa", type=COUNCILS_FACTOR)
            return False
        return bool(super()._should_handle(request))


def was_asked(claims: dict[str, Any], row: IdentityProvider) -> bool:
    """Whether the council's sign-in counts for our second factor too.

    Only where the network's administrators have said so of this council, whatever the
    token says; and not where the token itself says that a password was all.
    """
    return row.asks_second_factor and claims.get("amr") != ["pwd"]
