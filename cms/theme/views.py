"""A site's own colours, as files of its own: nothing is written into pages."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.http import require_safe
from wagtail.models import Site

from cms.models import ThemeSettings

FOR_GOOD = "public, max-age=31536000, immutable"
FOR_A_DAY = "public, max-age=86400"
FOR_A_MINUTE = "public, max-age=60"


@require_safe
def stylesheet(request: HttpRequest, digest: str) -> HttpResponse:
    """The colours of this host's site."""
    theme = _theme_at(request)
    answer = HttpResponse(theme.stylesheet(), content_type="text/css; charset=utf-8")
    return _kept(answer, theme, digest)


@require_safe
def mark(request: HttpRequest, digest: str) -> HttpResponse:
    """The sign in the browser's tab, in the colours of this host's site."""
    theme = _theme_at(request)
    answer = render(
        request, "cms/mark.svg", {"theme": theme}, content_type="image/svg+xml"
    )
    return _kept(answer, theme, digest)


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Where browsers look without being told: the usual sign, alike on every host."""
    answer = HttpResponseRedirect(static("theme/mark.ico"))
    answer.headers["Cache-Control"] = FOR_A_DAY
    return answer


def _theme_at(request: HttpRequest) -> ThemeSettings:
    site = Site.find_for_request(request)
    theme = ThemeSettings.of(site) if site else None
    if theme is None:
        raise Http404
    return theme


def _kept(answer: HttpResponse, theme: ThemeSettings, digest: str) -> HttpResponse:
    """A page cached before a change still asks for the old address.

    It gets today's look, which must not then be kept under the old name.
    """
    current = digest == theme.digest()
    answer.headers["Cache-Control"] = FOR_GOOD if current else FOR_A_MINUTE
    return answer
