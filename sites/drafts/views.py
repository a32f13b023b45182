"""The draft itself, as its readers will see the page once it is published."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from cms.addresses import is_suspended
from cms.visibility import shown_types
from sites.drafts.models import DraftLink, key_of

CLOSED = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


@require_safe
def draft(request: HttpRequest, token: str) -> HttpResponse:
    """The newest draft; the page itself once all of it is published.

    A link that has ended says so; one that we did not make is not found.
    """
    site, key = Site.find_for_request(request), key_of(token)
    if site is None or key is None or is_suspended(site):
        raise Http404
    links = DraftLink.objects.filter(site=site, key=key, ends_at__gt=timezone.now())
    link = links.select_related("page__content_type").first()
    if link is None:
        answer = render(request, "drafts/ended.html", status=404)
    elif link.page.content_type not in shown_types(site):
        raise Http404
    elif link.page.live and not link.page.has_unpublished_changes:
        answer = redirect(link.page.get_url(request) or "/")
    else:
        answer = _shown(request, link)
    for name, value in CLOSED.items():
        answer.headers[name] = value
    return answer


def _shown(request: HttpRequest, link: DraftLink) -> HttpResponse:
    """As the editor's preview shows it, with a note that it is a draft."""
    page: Page = link.page.get_latest_revision_as_object()
    more: dict[str, Any] = {"draft_until": link.ends_at}
    answer: HttpResponse = page.make_preview_request(
        original_request=request, extra_request_attrs=more
    )
    return answer
