"""What a reader finds where a service does not show its Welsh side.

English services have one by default and may hide it; nothing of it is deleted. An
address under /cy/ then answers 404 with a page in Welsh that says so and leads on.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page, Site

from cms.language.choice import language_of_path, languages_at
from cms.visibility import visible_pages

HOME = "/en/"


class HiddenWelsh:
    """Middleware: the honest page in the place of everything under a hidden /cy/."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        written = language_of_path(request.path_info)
        if written is None or written in languages_at(request):
            return None
        return hidden_side(request)


def hidden_side(request: HttpRequest) -> HttpResponse:
    """The notice, with a link to the same page in English where there is one."""
    context = {"english_url": _in_english(request), "language_links": []}
    answer = render(request, "cms/welsh_hidden.html", context, status=404)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _in_english(request: HttpRequest) -> str:
    found = Page.route_for_request(request, request.path_info.removeprefix("/cy/"))
    site = Site.find_for_request(request)
    if found is None or site is None:
        return HOME
    pair = visible_pages(site, "en").filter(translation_key=found[0].translation_key)
    page = pair.first()
    return (page.get_url(request) if page else None) or HOME
