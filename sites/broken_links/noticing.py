"""Notice that something was not found, at next to no cost: no question to a database.

What is noticed waits in the shared cache, so much for a site and no more, until a job
writes it down. A cache that loses it or cannot be reached loses a count, and never
delays or changes the answer.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.redirects.models import Redirect

from cms.addresses import host_of, netlocs
from cms.epochs import Reach
from cms.routing import has_addresses_of_its_own, pages_near
from sites.broken_links.telling import is_telling

MOST_WAITING = 100
A_DAY = 24 * 3600
ANYWHERE = {"wagtail_serve", "wagtaildocs_serve"}
"""Where what is asked for is named by an address; others take keys and numbers."""
MACHINES = re.compile(r"bot|crawl|spider|slurp|curl|wget|python|scan|http", re.I)

_cache = Reach()


@dataclass
class Noticed:
    """How often a path was asked for since it was last written down."""

    times: int = 0
    from_here: int = 0
    is_linked: bool = False

    @property
    def is_worth_keeping(self) -> bool:
        """A link led there, or it was asked for again: no slip of one pair of hands."""
        return self.is_linked or self.times > 1


Waiting = dict[str, Noticed]


class NoticeMissed:
    """Middleware, outside of what adds a last slash or leads old addresses on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if answer.status_code == 404 and _is_of_interest(request, answer):
            _notice(request)
        return answer


def waiting(site_id: int) -> Waiting:
    """What was noticed at a site and is not written down yet."""
    nothing: Waiting = {}
    return _cache.ask(lambda cache: cache.get(_key(site_id)) or nothing, nothing)


def keep_waiting(site_id: int, rest: Waiting) -> None:
    """What is left after the others were written down."""
    if rest:
        _cache.ask(lambda cache: cache.set(_key(site_id), rest, A_DAY), None)
    else:
        _cache.ask(lambda cache: cache.delete(_key(site_id)), None)


def _is_of_interest(request: HttpRequest, answer: HttpResponse) -> bool:
    match = request.resolver_match
    return (
        request.method in ("GET", "HEAD")
        and (match is None or match.view_name in ANYWHERE)
        # It is there in the other language, and the answer says so.
        and not getattr(answer, "is_untranslated", False)
        and not MACHINES.search(request.headers.get("User-Agent", ""))
        and not any(map(has_addresses_of_its_own, pages_near(request)))
        and is_telling(request.path)
    )


def _notice(request: HttpRequest) -> None:
    host = host_of(request)
    if host is None:
        return
    path = Redirect.normalise_path(request.path)
    linked_at = _linked_at(request)
    is_linked = bool(linked_at)
    is_from_here = is_linked and linked_at in netlocs(host.site_id)
    _cache.ask(
        lambda cache: _add(cache, host.site_id, path, is_linked, is_from_here), None
    )


def _linked_at(request: HttpRequest) -> str:
    """The host of the page with the link; "" where none is named."""
    try:
        page = urlsplit(request.headers.get("Referer", ""))
    except ValueError:  # Whoever asks may write anything there.
        return ""
    return page.netloc if page.scheme in ("http", "https") else ""


def _add(
    cache: Any, site_id: int, path: str, is_linked: bool, is_from_here: bool
) -> None:
    found: Waiting = cache.get(_key(site_id)) or {}
    if path not in found and len(found) >= MOST_WAITING:
        return
    noticed = found.setdefault(path, Noticed())
    noticed.times += 1
    noticed.from_here += is_from_here
    noticed.is_linked |= is_linked
    cache.set(_key(site_id), found, A_DAY)


def _key(site_id: int) -> str:
    return f"missed.{site_id}"
