"""What allauth's views do not do: lead here from Wagtail's, keep the last factor."""

from typing import Any
from urllib.parse import urlencode

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.views import IndexView
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from cms.admin.place import current_site
from sites.entry import requirement


def lead_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Where Wagtail's sign-in stood; what was asked for before is kept."""
    current_site(request)
    wanted = request.GET.get("next", "")
    query = f"?{urlencode({'next': wanted})}" if wanted else ""
    return redirect(reverse("account_login") + query)


def lead_to_new_password(request: HttpRequest) -> HttpResponse:
    """Where Wagtail's screens for a forgotten password stood."""
    current_site(request)
    return redirect("account_reset_password")


class SecondFactors(IndexView):
    """What a person has set up, and whether they must before they go on."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        must = requirement.missing_step(self.request) == requirement.SET_UP
        return {**super().get_context_data(**kwargs), "must_set_up": must}


class RemovePasskey(RemoveWebAuthnView):
    """allauth asks whether a factor may go for the app alone; a passkey is one too."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        adapter = get_adapter()
        if not adapter.can_delete_authenticator(self.get_object()):
            refusal = adapter.error_messages["cannot_delete_authenticator"]
            messages.error(request, refusal)
            return redirect("mfa_list_webauthn")
        return super().post(request, *args, **kwargs)


second_factors = SecondFactors.as_view()
remove_passkey = RemovePasskey.as_view()
