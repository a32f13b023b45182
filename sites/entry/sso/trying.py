"""Ask a council's server for what it says of itself, before anybody depends on it."""

from typing import Any

import requests
from django.conf import settings
from django.utils.translation import gettext as _

ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


def trouble_with(issuer: str) -> str:
    """What is wrong with the server of `issuer`, in a sentence; empty for nothing.

    No person and no secret is sent: this is what every browser could ask.
    """
    base = issuer.rstrip("/")
    said = _fetch(f"{base}/.well-known/openid-configuration")
    if said is None:
        return _("The server does not answer, or does not describe itself.")
    if str(said.get("issuer", "")).rstrip("/") != base:
        facts = {"issuer": said.get("issuer", "")}
        return _("The server says that it is another: %(issuer)s") % facts
    if missing := [name for name in ENDPOINTS if not said.get(name)]:
        facts = {"missing": ", ".join(missing)}
        return _("The server does not say everything we need: %(missing)s") % facts
    keys = _fetch(str(said["jwks_uri"]))
    if not (keys and keys.get("keys")):
        return _("The server shows no keys with which it signs.")
    return ""


def _fetch(address: str) -> dict[str, Any] | None:
    timeout = settings.SOCIALACCOUNT_REQUESTS_TIMEOUT
    try:
        answer = requests.get(address, timeout=timeout)
        answer.raise_for_status()
        found = answer.json()
    except (requests.RequestException, ValueError):
        return None
    return found if isinstance(found, dict) else None
