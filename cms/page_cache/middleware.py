"""The cache itself: answers a request before anything else of it is done."""

import gzip
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import (
    get_conditional_response,
    has_vary_header,
    patch_vary_headers,
)

from cms.addresses import host_of
from cms.epochs import Reach, standing_on
from cms.language.choice import language_of_path
from cms.models import PluginPage
from cms.page_cache.moments import listening, valid_until
from cms.page_cache.stamps import stamps_of, surrogate_keys

ALIAS = "pages"
ASK_AGAIN = "public, max-age=0, must-revalidate"
FORBIDDEN = ("private", "no-store", "no-cache")
LONGEST_QUERY = 100
# Put on links by whoever sends a newsletter: no page shows them.
TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")

_pages = Reach(ALIAS)


@dataclass(frozen=True)
class KeptPage:
    """A page as it was sent: its headers, its body packed, and how long it is true."""

    headers: dict[str, str]
    body: bytes
    etag: str
    until: float

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The page, packed where the browser takes it so; or that it is the same."""
        packed = "gzip" in request.headers.get("Accept-Encoding", "")
        answer = HttpResponse(self.body if packed else gzip.decompress(self.body))
        for name, value in self.headers.items():
            answer.headers[name] = value
        if packed:
            answer.headers["Content-Encoding"] = "gzip"
        answer.headers["Content-Length"] = str(len(answer.content))
        answer.headers["ETag"] = self.etag
        same: Any = get_conditional_response(request, etag=self.etag, response=answer)
        if same is not answer:
            for name in ("Surrogate-Key", "Content-Language"):
                same.headers[name] = self.headers[name]
        return same


class PageCache:
    """Middleware, after the one that knows the host: for readers nobody knows.

    Whatever is not plainly the same for everybody goes past it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        host = host_of(request) if _may_be_kept(request) else None
        stamps = stamps_of(host.site_id) if host else ()
        if host is None or not stamps:
            return self.get_response(request)
        key = _key(request, stamps)
        kept: KeptPage | None = _pages.ask(lambda pages: pages.get(key), None)
        if kept is not None and kept.until > timezone.now().timestamp():
            return kept.answer(request)
        with standing_on(stamps):
            return self._fill(request, key, host.site_id)

    def _fill(self, request: HttpRequest, key: str, site_id: int) -> HttpResponse:
        begun = timezone.now()
        with listening() as told:
            answer = self.get_response(request)
        if not _is_for_all(request, answer):
            return answer
        until = valid_until(told, begun, settings.PAGE_CACHE_SECONDS)
        kept = _pack(answer, until.timestamp(), site_id)
        life = max(1, round((until - begun).total_seconds()))
        _pages.ask(lambda pages: pages.set(key, kept, timeout=life), None)
        return kept.answer(request)


def _may_be_kept(request: HttpRequest) -> bool:
    """Whether it asks for what anybody would get: a page, and nothing about whom."""
    return bool(
        settings.PAGE_CACHE_SECONDS > 0
        and request.method in ("GET", "HEAD")
        and language_of_path(request.path_info)
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "Authorization" not in request.headers
        and not getattr(request, "is_dummy", False)
        and len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY
        and known_parameters().issuperset(_asked(request))
    )


def _asked(request: HttpRequest) -> list[str]:
    return [name for name in request.GET if not name.startswith(TRACKING)]


@cache
def known_parameters() -> set[str]:
    """What any type of page declares that it reads of the question."""
    kinds = [m for m in apps.get_models() if issubclass(m, PluginPage)]
    return {name for kind in kinds for name in kind.query_parameters}


def _key(request: HttpRequest, stamps: tuple[str, ...]) -> str:
    asked = [(name, request.GET.getlist(name)) for name in sorted(_asked(request))]
    host = request._get_raw_host()  # type: ignore[attr-defined]  # private
    scheme, query = request.scheme, urlencode(asked, doseq=True)
    parts = json.dumps([scheme, host.lower(), request.path_info, query, *stamps])
    return hashlib.sha256(parts.encode()).hexdigest()


def _is_for_all(request: HttpRequest, answer: HttpResponse) -> bool:
    """Whether anybody else may get the same answer; only a published page ever is."""
    control = answer.headers.get("Cache-Control", "")
    return bool(
        answer.status_code == 200
        and request.method == "GET"
        and not answer.streaming
        and _is_public_page(request)
        and not answer.cookies
        and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
        and not has_vary_header(answer, "Cookie")
        and not any(word in control for word in FORBIDDEN)
        and "'nonce-" not in answer.headers.get("Content-Security-Policy", "")
    )


def _is_public_page(request: HttpRequest) -> bool:
    """A page found by its address, open to all, that reads what was asked of it."""
    route = getattr(request, "_wagtail_route_for_request", None)
    page = route[0] if route else None
    if not isinstance(page, PluginPage) or request.resolver_match is None:
        return False
    is_served = request.resolver_match.view_name == "wagtail_serve"
    is_open = not getattr(page, "is_restricted", True)
    return is_served and is_open and page.query_parameters.issuperset(request.GET)


def _pack(answer: HttpResponse, until: float, site_id: int) -> KeptPage:
    answer.headers.setdefault("Cache-Control", ASK_AGAIN)
    answer.headers["Surrogate-Key"] = surrogate_keys(site_id)
    patch_vary_headers(answer, ("Accept-Encoding",))
    headers = {n: v for n, v in answer.items() if n not in ("Content-Length", "ETag")}
    digest = hashlib.sha256(answer.content).hexdigest()[:32]
    body = gzip.compress(answer.content, compresslevel=6, mtime=0)
    return KeptPage(headers, body, f'W/"{digest}"', until)
