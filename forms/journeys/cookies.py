"""The draft's own cookie: one for each door of a form, for both languages."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from forms.journeys.declaring import Journey


def read_key(request: HttpRequest, journey: Journey) -> str:
    """The draft's key as this browser holds it; empty where it holds none."""
    return request.COOKIES.get(_name(journey), "")


def give_key(response: HttpResponse, journey: Journey, key: str) -> None:
    """Let the browser keep the key until it is closed."""
    response.set_cookie(
        _name(journey),
        key,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def take_key(response: HttpResponse, journey: Journey) -> None:
    """Let the browser forget the key."""
    response.delete_cookie(_name(journey), samesite="Lax")


def _name(journey: Journey) -> str:
    return f"draft_{journey.form_key}"
