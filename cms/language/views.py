"""The two addresses without a language: the root, and the choice of one."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from cms.addresses import host_of, netlocs
from cms.language.choice import LANGUAGES, preferred_language

_A_YEAR = 60 * 60 * 24 * 365


@require_safe
def root_redirect(request: HttpRequest) -> HttpResponse:
    """Send a reader who came to `/` to their language's home."""
    response = HttpResponseRedirect(f"/{preferred_language(request)}/")
    patch_vary_headers(response, ("Cookie", "Accept-Language"))
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_safe
def choose_language(request: HttpRequest, language: str) -> HttpResponse:
    """Remember a reader's choice, and go on to the page they asked for."""
    if language not in LANGUAGES:
        raise Http404
    target = request.GET.get("next", "")
    host = host_of(request)
    own = netlocs(host.site_id) if host else None
    if not url_has_allowed_host_and_scheme(target, allowed_hosts=own):
        target = f"/{language}/"
    response = HttpResponseRedirect(target)
    response.headers["Cache-Control"] = "private, no-store"
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=_A_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
