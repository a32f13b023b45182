"""Browsers that have signed in before, each known by a cookie that only we can make."""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string

from cms.privacy import blind_index

COOKIE = "iv-known-browser"
KEPT_SECONDS = 365 * 24 * 3600
_SALT = "entry.devices"
_MARK = "_entry_known_browser"
_MOST = 5  # People of one browser; the oldest is forgotten.


def known(request: HttpRequest, email: str) -> str:
    """The name of this browser for this e-mail address; empty where it is unknown."""
    return _read(request).get(blind_index(email)[:16], "")


def remember(request: HttpRequest, email: str) -> None:
    """Have the answer to this request carry the cookie."""
    names = _read(request)
    key = blind_index(email)[:16]
    kept = {k: v for k, v in names.items() if k != key}
    newest = list(kept.items())[-(_MOST - 1) :]
    name = names.get(key) or get_random_string(16)
    setattr(request, _MARK, {**dict(newest), key: name})


def set_cookie(request: HttpRequest, response: HttpResponse) -> None:
    """Set the cookie where somebody has signed in during this request."""
    names = getattr(request, _MARK, None)
    if names is None:
        return
    response.set_cookie(
        COOKIE,
        signing.dumps(names, salt=_SALT),
        max_age=KEPT_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
        path="/account/",  # Where passwords are asked for; no other page gets it.
    )


def _read(request: HttpRequest) -> dict[str, str]:
    try:
        found = signing.loads(
            request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=KEPT_SECONDS
        )
    except signing.BadSignature:
        return {}
    return found if isinstance(found, dict) else {}
