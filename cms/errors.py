"""Error pages in the reader's language, and the way out of an expired form."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve

IN_BOTH = {"Content-Language": "cy, en"}
"""Of a page that says everything in both languages, each part marked."""


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request cannot be understood, for instance a malformed host name."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    return HttpResponse(render_to_string("400.html"), status=400, headers=IN_BOTH)


def too_large(request: HttpRequest) -> HttpResponse:
    """413: more was sent than we take. What was kept before stays kept."""
    _swallow(request)
    return render(request, "413.html", {"back_url": request.path}, status=413)


def _swallow(request: HttpRequest, limit: int = 30_000_000) -> None:
    """Read what is still being sent: a browser shows no answer before it has sent."""
    while limit > 0 and (chunk := request.read(65_536)):
        limit -= len(chunk)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: understood and refused."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, in the language of the address; in both where no service has this host.

    A page that is read in the other language alone says so, with a link to it; one
    whose time is over leads to the page above it.
    """
    from cms.ended import above_what_ended
    from cms.language.links import links_of_the_page_here
    from cms.language.untranslated import untranslated

    answer = untranslated(request)
    if answer is None:
        links = links_of_the_page_here(request)
        shown: dict[str, Any] = {"language_links": links} if links else {}
        shown["above"] = above_what_ended(request)
        answer = render(request, "404.html", shown, status=404)
    return answer


def server_error(request: HttpRequest) -> HttpResponse:
    """500: rendered without the database, in both languages."""
    return HttpResponse(render_to_string("500.html"), status=500, headers=IN_BOTH)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Show a journey's step again with what was posted; refuse everything else.

    Somebody whose page sat open overnight must not lose their answers. Nothing is saved
    until they press continue again, now with a fresh token. A request that says it
    comes from another origin gets 403.
    """
    origin = request.headers.get("Origin")
    own = f"{request.scheme}://{request.get_host()}"
    if origin in (None, own):
        answer = _step_again(request)
        if answer is not None:
            return answer
    return render(request, "403_csrf.html", status=403)


def _step_again(request: HttpRequest) -> HttpResponse | None:
    request.csrf_failed = True  # type: ignore[attr-defined]  # read by journey pages
    try:
        match = resolve(request.path_info)
        if getattr(match.func, "__name__", "") != "serve":
            return None
        answer: Any = match.func(request, *match.args, **match.kwargs)
    except (Resolver404, Http404):
        return None
    if getattr(answer, "shows_step_again", False):
        return answer
    return None
