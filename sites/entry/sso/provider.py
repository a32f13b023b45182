"""allauth's OpenID Connect provider, made from the row of the host's site."""

import hashlib
from typing import Any

from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.openid_connect.provider import (
    OpenIDConnectProvider,
)
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Site

from sites.entry.models import IdentityProvider
from sites.entry.sso.tokens import CouncilTokens


class CouncilSignIn(OpenIDConnectProvider):
    """One council's sign-in: PKCE always, the identity token alone, none of it kept."""

    pkce_enabled_default = True
    oauth2_adapter_class = CouncilTokens

    def extract_uid(self, data: dict[str, Any]) -> str:
        return str(data["id_token"]["sub"])

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        """Nothing: allauth would keep the whole token in plain text."""
        return {}

    def sociallogin_from_response(self, request: HttpRequest, response: Any) -> Any:
        login = super().sociallogin_from_response(request, response)
        login.claims = response["id_token"]
        return login


def row_at(site: Site | None) -> IdentityProvider | None:
    """The council's sign-in that is in use at `site`."""
    if site is None:
        return None
    return IdentityProvider.objects.filter(site=site, is_on=True).first()


def app_of(row: IdentityProvider) -> SocialApp:
    """What allauth needs to know; never saved, so the secret stays sealed."""
    return SocialApp(
        provider=CouncilSignIn.id,
        provider_id=link_name(row),
        name=row.name_in((get_language() or "en")[:2]),
        client_id=row.client_id,
        secret=row.client_secret,
        settings={"server_url": row.issuer.rstrip("/"), "fetch_userinfo": False},
    )


def link_name(row: IdentityProvider) -> str:
    """Names whose word a link between a person and a council's account rests on.

    Another issuer or client numbers people anew: old links then mean nothing.
    """
    whose = f"{row.issuer}|{row.client_id}".encode()
    return f"{row.site_id}-{hashlib.sha256(whose).hexdigest()[:16]}"
