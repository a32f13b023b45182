"""The first gate of every request: whose host is this, and is it the right one?

A malformed host is 400, and one that no service has a plain page that leads to the hub:
neither reaches anything that could repeat what the browser called us. An alias leads
on to where its service stands. Where a service has a host for a language, its pages are
read there alone; a page that `stays_on_host` (a form being filled in) is left where it
is, because the browser keeps its draft's key for one host.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)
from django.http.request import split_domain_port
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.translation import override

from cms.addresses import Host, host_of, hub_root_url, root_url
from cms.language.choice import language_of_path
from cms.routing import route_for_request

SAFE = ("GET", "HEAD")
# A name that comes to serve again must not be led in circles by what browsers kept.
KEPT_REDIRECT = "max-age=3600"
AT_CANONICAL_HOST = ("/admin/", "/account/")
PLAIN_POLICY = (
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)


class HostGate:
    """Middleware, before all others."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        name = split_domain_port(request._get_raw_host())[0]  # type: ignore[attr-defined]  # private
        if not name:
            return _plain("400.html", 400)
        host = host_of(request)
        if host is not None:
            return _elsewhere(request, host) or self.get_response(request)
        if name in settings.HOSTS_WITHOUT_SERVICE or _is_style(request):
            return self.get_response(request)
        return _plain("cms/errors/unknown_host.html", 404)


def _plain(template: str, status: int) -> HttpResponse:
    page = render_to_string(template, {"hub_url": hub_root_url()})
    headers = {
        "Cache-Control": "no-store",
        "Content-Language": "cy, en",  # Each part says which it is.
        "Content-Security-Policy": PLAIN_POLICY,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(page, status=status, headers=headers)


def _is_style(request: HttpRequest) -> bool:
    """The looks of the plain page; never where a redirect to https names the host."""
    secured = request.is_secure() or not settings.SECURE_SSL_REDIRECT
    return secured and request.path_info.startswith(settings.STATIC_URL)


def _elsewhere(request: HttpRequest, host: Host) -> HttpResponse | None:
    """A redirect to the host where this should be asked; None where it is this one."""
    path, language = request.path_info, language_of_path(request.path_info)
    if not host.serves:
        if language is None and not _stands_without_language(path):
            language = host.language
            return _redirect(request, root_url(host.site_id, language), language)
        return _redirect(request, root_url(host.site_id, language or ""))
    if path.startswith(AT_CANONICAL_HOST):
        right = root_url(host.site_id)
        return _redirect(request, right) if right != host.root_url else None
    right = root_url(host.site_id, language) if language else host.root_url
    moves = request.method in SAFE and right != host.root_url
    if not moves or _stays(request, str(language)):
        return None
    return _redirect(request, right)


def _stands_without_language(path: str) -> bool:
    if path == "/":
        return False
    if path.startswith(settings.STATIC_URL):
        return True
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def _stays(request: HttpRequest, language: str) -> bool:
    with override(language):
        found: Any = route_for_request(request, request.path_info[len(language) + 2 :])
    return found is not None and getattr(found[0], "stays_on_host", False)


def _redirect(request: HttpRequest, root: str, language: str = "") -> HttpResponse:
    path = request.get_full_path()
    target = f"{root}/{language}{path}" if language else f"{root}{path}"
    answer = HttpResponsePermanentRedirect(target)
    if request.method not in SAFE:
        answer.status_code = 308  # The method and what was sent go along.
    answer.headers["Cache-Control"] = KEPT_REDIRECT
    return answer
