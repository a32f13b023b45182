"""Read and verify the identity token that a council's server hands over."""

import hmac
from typing import Any

import jwt
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import (
    OpenIDConnectOAuth2Adapter,
)
from django.http import HttpRequest
from django.urls import reverse

# Never "none", and none with a shared secret: a public key would then be the secret.
ALGORITHMS = frozenset({"RS256", "RS384", "RS512", "PS256", "ES256", "ES384"})


class CouncilTokens(OpenIDConnectOAuth2Adapter):
    """allauth's adapter trusts the connection; ours verifies the signature too."""

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the server says of itself; it must be the issuer that was configured."""
        config: dict[str, Any] = super().openid_config
        expected = self.get_provider().app.settings["server_url"]
        if str(config.get("issuer", "")).rstrip("/") != expected:
            raise OAuth2Error("The server is not the issuer that was configured.")
        return config

    def complete_login(
        self, request: HttpRequest, app: Any, token: Any, **kwargs: Any
    ) -> Any:
        """The person as the signed token describes them, and nothing from elsewhere."""
        id_token = str(kwargs["response"].get("id_token") or "")
        data = {"id_token": self._decode_id_token(app, id_token)}
        return self.get_provider().sociallogin_from_response(request, data)

    def _decode_id_token(self, app: Any, id_token: str) -> dict[str, Any]:
        try:
            algorithm = jwt.get_unverified_header(id_token).get("alg")
        except jwt.PyJWTError as error:
            raise OAuth2Error("No identity token.") from error
        if algorithm not in ALGORITHMS:
            raise OAuth2Error("The identity token is not signed as it must be.")
        claims: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        if not all(claims.get(name) for name in ("sub", "exp", "iat")):
            raise OAuth2Error("The identity token is incomplete.")
        return claims

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        return request.build_absolute_uri(reverse("entry_council_callback"))


def require_nonce(claims: dict[str, Any], expected: Any) -> None:
    """OAuth2Error unless the token was made for this very attempt to sign in."""
    said = str(claims.get("nonce") or "")
    if not expected or not hmac.compare_digest(said.encode(), str(expected).encode()):
        raise OAuth2Error("The identity token belongs to another attempt.")
