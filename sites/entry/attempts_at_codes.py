"""How often a code may be wrong, and that a right one counts once.

Only somebody who has given the right password comes as far as a code: counting them by
person keeps out nobody whose password is still theirs.
"""

from typing import Any

from allauth.account.adapter import get_adapter as account_adapter
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter as factor_adapter
from django.core.cache import cache

ATTEMPTS = 10
WINDOW = 15 * 60  # Seconds.


def count(user: Any) -> None:
    """Count an attempt; ValidationError when there were too many of late."""
    key = _attempts_key(user)
    cache.add(key, 0, timeout=WINDOW)
    attempt = cache.incr(key)
    cache.touch(key, WINDOW)
    if attempt > ATTEMPTS:
        raise account_adapter().validation_error("too_many_login_attempts")


def forget(user: Any) -> None:
    """A right code: earlier wrong ones no longer count."""
    cache.delete(_attempts_key(user))


def use_once(user: Any, code: str) -> None:
    """ValidationError for a code of an app that was used while it is still valid."""
    steps = 2 * app_settings.TOTP_TOLERANCE + 1
    key = f"entry:code-used:{user.pk}:{normalize_user_code(code)}"
    if not cache.add(key, True, timeout=steps * app_settings.TOTP_PERIOD):
        raise factor_adapter().validation_error("incorrect_code")


def _attempts_key(user: Any) -> str:
    return f"entry:code-attempts:{user.pk}"
