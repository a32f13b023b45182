"""Where a reader may go from the address of a page whose time is over."""

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site

from cms.routing import pages_near
from cms.visibility import visible_pages


def above_what_ended(request: HttpRequest) -> Page | None:
    """The page above one that expired here; None where none did.

    Only an address that has such a page asks the database.
    """
    language = (get_language() or "")[:2]
    here = [page for page in pages_near(request) if _ended_here(page, request)]
    if not here:
        return None
    above = here[0].path[: -Page.steplen]
    seen = visible_pages(Site.find_for_request(request), language)
    found: Page | None = seen.filter(path=above).first()
    return found


def _ended_here(page: Page, request: HttpRequest) -> bool:
    if page.live or not page.expired or getattr(page, "is_restricted", True):
        return False
    return str((page.get_url_parts(request) or ("", "", ""))[2]) == request.path
