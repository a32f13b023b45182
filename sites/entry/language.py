"""The language of the account's pages: what the person chose here, else prefers."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.users.models import UserProfile

from cms.language.choice import LANGUAGES, preferred_language
from cms.language.views import choose_language

CHOSEN = "account_language"


def account_language(request: HttpRequest) -> str:
    """The language in which an account page answers this request.

    Somebody signed in reads what they prefer, unless they chose otherwise on these
    pages; before that, cookie, browser and service decide as everywhere.
    """
    if not request.user.is_authenticated:
        return preferred_language(request)
    chosen: str | None = request.session.get(CHOSEN)
    return chosen or language_of(request.user)


def language_of(user: object) -> str:
    """The language a person prefers: in the admin's profile, where they change it."""
    known: str | None = getattr(user, "_language", None)
    if known is None:
        profile = UserProfile.objects.filter(user=user).first()
        preferred = profile.preferred_language if profile else ""
        known = preferred or getattr(user, "preferred_language", LANGUAGES[0])
        user._language = known  # type: ignore[attr-defined]  # our own memo
    return known


@require_safe
def choose(request: HttpRequest, language: str) -> HttpResponse:
    """Keep a choice made on an account page, and go back to that page."""
    response = choose_language(request, language)
    if request.user.is_authenticated:
        request.session[CHOSEN] = language
    return response
