"""Authenticator apps for tests: the codes they would show, the forms they fill in."""

import re
import time
from typing import Any

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
)


def code_of(secret: str, steps: int = 0) -> str:
    """What an app with this secret shows now, or `steps` half minutes from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def give_app(user: Any) -> str:
    """Set up an authenticator app and recovery codes for somebody; the app's secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def recovery_codes_of(user: Any) -> list[str]:
    """The recovery codes that somebody has left."""
    return RecoveryCodes.activate(user).get_unused_codes()


def secret_shown(answer: Any) -> str:
    """The key that the page for a new app tells to type."""
    found = re.search(r'entry-secret">([A-Z2-7]+)<', answer.text)
    assert found, answer.text
    return found[1]


def sign_in(client: Any, user: Any, **more: str) -> Any:
    """Post the sign-in form with the right password."""
    data = {"login": user.email, "password": "password", **more}
    return client.post("/account/login/", data)
