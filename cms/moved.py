"""Old addresses lead on: Wagtail's redirects, but never in circles.

A page that was renamed and named back leaves a redirect from its own address. While it
is read nobody meets that; once it is unpublished its readers would go round for ever.
So a redirect leads only to a page that is served here, and never to where it stands.
"""

from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from cms.activation import SERVICE_ROOT_PATH
from cms.hosts import KEPT_REDIRECT
from cms.language.untranslated import untranslated
from cms.plugins.gates import refuse_pages_of_plugins_that_are_off


class MovedPages(RedirectMiddleware):
    """Middleware in the place of Wagtail's own."""

    def process_response(
        self, request: HttpRequest, response: HttpResponse
    ) -> HttpResponse:
        answer: HttpResponse = super().process_response(request, response)
        if answer is response:
            return response
        if not _leads_on(request, answer.headers["Location"]):
            return _untranslated(request) or response
        # Browsers keep a 301 for good, and the old address may come to serve again.
        answer.headers["Cache-Control"] = KEPT_REDIRECT
        return answer


def _untranslated(request: HttpRequest) -> HttpResponse | None:
    """Where it led to a page that is now read in the other language alone: says so."""
    page = _page_of(request)
    if page is None or page.live:
        return None
    return untranslated(request, page)


def _leads_on(request: HttpRequest, location: str) -> bool:
    """Whether the redirect leads elsewhere, and, within the service, to a page."""
    target = urlsplit(location)
    is_here = target.netloc in ("", request.get_host())
    if is_here and _plain(target.path) == _plain(request.path):
        return False
    page = _page_of(request)
    return page is None or _is_served(request, page)


def _page_of(request: HttpRequest) -> Page | None:
    """The page that the redirect names; None for one that names an address."""
    paths = (request.get_full_path(), request.path)
    for path in map(Redirect.normalise_path, paths):
        found = get_redirect(request, path)
        if found is not None:
            return found.redirect_page
    return None


def _is_served(request: HttpRequest, page: Page) -> bool:
    site = Site.find_for_request(request)
    if site is None or not page.live:
        return False
    if not page.path.startswith(site.root_page.path[:SERVICE_ROOT_PATH]):
        return False
    try:
        refuse_pages_of_plugins_that_are_off(page.specific, request, (), {})
    except Http404:
        return False
    return True


def _plain(path: str) -> str:
    plain: str = Redirect.normalise_path(path)
    return plain
