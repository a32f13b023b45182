"""The draft's own cookie: one for each kind of journey, for both languages."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def read_key(request: HttpRequest, kind: str) -> str:
    """The draft's key as this browser holds it; empty where it holds none."""
    return request.COOKIES.get(_name(kind), "")


def give_key(response: HttpResponse, kind: str, key: str) -> None:
    """Let the browser keep the key until it is closed."""
    response.set_cookie(
        _name(kind),
        key,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def take_key(response: HttpResponse, kind: str) -> None:
    """Let the browser forget the key."""
    response.delete_cookie(_name(kind), samesite="Lax")


def _name(kind: str) -> str:
    return f"draft_{kind}"
