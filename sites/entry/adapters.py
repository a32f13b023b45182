"""Where allauth asks us: who may come in, in which words, and how secrets are kept."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import (
    clear_authentication_records,
    get_authentication_records,
)
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from allauth.core import context as current
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms import qr
from cms.admin.place import current_site
from cms.client_address import address_of
from cms.theme.furniture import furniture_of
from sites.entry import requirement, services
from sites.entry.log import note_refused
from sites.entry.models import SignIn
from sites.entry.sealing import open_secret, seal_secret
from sites.entry.sso.people import must_come_by_council
from sites.entry.words import (
    ACCOUNT_REFUSALS,
    CONFIRMING,
    FACTOR_REFUSALS,
    NOTICES,
    ONLY_BY_COUNCIL,
)

FRESH = 300  # Seconds after which a change to the account asks who it is again.


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by e-mail and password; nobody signs up by themselves."""

    error_messages = {**DefaultAccountAdapter.error_messages, **ACCOUNT_REFUSALS}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> Any:
        """Nothing else opens where the council wants its own sign-in alone."""
        records = get_authentication_records(request, user)
        methods = {record["method"] for record in records}
        if "socialaccount" not in methods and must_come_by_council(user):
            by_password = "password" in methods
            ours = SignIn.Method.PASSWORD if by_password else SignIn.Method.PASSKEY
            note_refused(request, user.email, method=ours)
            clear_authentication_records(request)
            messages.error(request, ONLY_BY_COUNCIL)
            return redirect("account_login")
        return super().pre_login(request, user, **kwargs)

    def get_login_stages(self) -> list[str]:
        """allauth's, but a council's sign-in may have taken the second factor."""
        ours = "sites.entry.sso.stages.SecondFactorStage"
        stages = super().get_login_stages()
        return [
            ours if stage.endswith("AuthenticateStage") else stage for stage in stages
        ]

    def is_safe_url(self, url: str) -> bool:
        """Only this host: not even another service of ours."""
        request = current.request
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        )

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not for whoever signed in a moment ago: they have just shown who they are."""
        request = current.request
        if did_recently_reauthenticate(request):
            return False
        records = get_authentication_records(request, request.user)
        now = timezone.now().timestamp()
        return not any(now - record["at"] < FRESH for record in records)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """In our words; a password does not stand in for a factor not yet shown."""
        lacking = requirement.missing_step(current.request) == requirement.PASS
        return [
            {**method, "description": CONFIRMING[method["id"]]}
            for method in super().get_reauthentication_methods(user)
            if not (lacking and method["id"] == "reauthenticate")
        ]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return self.get_login_redirect_url(request)

    def send_password_reset_mail(
        self, user: Any, email: str, context: dict[str, Any]
    ) -> None:
        """To the address we know, not to the one that was typed; by the outbox."""
        services.send_password_link(
            site=current_site(self.request),
            user=user,
            uid=context["uid"],
            key=context["key"],
        )

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Any,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        services.send_notice(
            site=current_site(self.request),
            user=user,
            what=NOTICES[template_prefix],
        )


class SecondFactorAdapter(DefaultMFAAdapter):
    """Authenticator apps, passkeys and recovery codes."""

    error_messages = {**DefaultMFAAdapter.error_messages, **FACTOR_REFUSALS}

    def get_totp_issuer(self) -> str:
        return self._get_site_name()

    def _get_site_name(self) -> str:
        request = current.request
        name: str = furniture_of(request).get("service_name") or request.get_host()
        return name

    def build_totp_svg(self, url: str) -> SafeString:
        """The code as a drawing without style or data address: a strict policy fits."""
        label = _("QR code for your authenticator app")
        return qr.drawing(url, label=label, css_class="entry-qr")

    def encrypt(self, text: str) -> str:
        return seal_secret(text)

    def decrypt(self, encrypted_text: str) -> str:
        return open_secret(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return requirement.may_remove(authenticator)

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """A name for a key whose owner gave it none."""
        known = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _("Passkey %(number)d") % {"number": known + 1}
