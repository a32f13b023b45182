"""Whoever meets the gate is led to the page's own screen, with the words kept."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.localization import get_localized_response
from wagtail.models import Page, Site

from cms.publishing import HeldBack
from cms.visibility import site_of
from sites.parity.gate import OneLanguageAlone
from sites.parity.going import going_together
from sites.parity.leaving import (
    NotThere,
    OneLanguageLeft,
    left_alone,
    only,
    with_below,
)

REFUSED = 409
SCREENS = "/admin/"
MACHINES = "/admin/api/"
WAYS_OUT = {
    "wagtailadmin_pages:unpublish": only,
    "wagtailadmin_pages:delete": with_below,
}
"""Wagtail's screens that ask about one language of a page."""


class ParityGate:
    """Turn a refusal into an answer: a screen for people, JSON for machines."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with going_together():
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Mapping[str, Any]
    ) -> HttpResponse | None:
        """Nobody confirms first what is refused then: our screen asks about both."""
        match = request.resolver_match
        pages = WAYS_OUT.get(match.view_name) if match else None
        if pages is None or request.method != "GET":
            return None
        asked = Page.objects.filter(pk=[*args, *kwargs.values()][0]).first()
        is_here = asked is not None and site_of(asked) == Site.find_for_request(request)
        if asked is None or not is_here or not left_alone(pages(asked)).exists():
            return None
        return redirect(_way_down(request, asked))

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        lead = LEADS.get(type(exception))
        if lead is None:
            return None
        is_person = request.path.startswith(SCREENS) and not request.path.startswith(
            MACHINES
        )
        answer: HttpResponse = get_localized_response(
            lead if is_person else _tell, request, exception
        )
        return answer


def _lead_to_both(request: HttpRequest, exception: OneLanguageAlone) -> HttpResponse:
    page = exception.page
    messages.warning(
        request,
        _("“%(page)s” is not published yet: it would stand in one language alone.")
        % {"page": page.title},
    )
    return redirect("parity_page", page.pk)


def _lead_down(request: HttpRequest, exception: OneLanguageLeft) -> HttpResponse:
    return redirect(_way_down(request, exception.page))


def _lead_back(request: HttpRequest, exception: NotThere) -> HttpResponse:
    page = exception.page
    messages.warning(
        request,
        _(
            "“%(page)s” is not moved: the Welsh language standards apply there, and it"
            " would arrive in one language alone. Unpublish it first."
        )
        % {"page": page.title},
    )
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def _way_down(request: HttpRequest, page: Page) -> str:
    address = reverse("parity_down", args=[page.pk])
    if "/delete/" in request.path:
        return f"{address}?delete"
    return f"{address}?below" if request.POST.get("include_descendants") else address


def _tell(request: HttpRequest, exception: HeldBack) -> HttpResponse:
    words = (
        _("Publish the other language too, or give a reason and a day.")
        if isinstance(exception, OneLanguageAlone)
        else _("Unpublish the other language too, or give a reason and a day.")
    )
    return JsonResponse({"message": words}, status=REFUSED)


LEADS: dict[type[Exception], Callable[[HttpRequest, Any], HttpResponse]] = {
    OneLanguageAlone: _lead_to_both,
    OneLanguageLeft: _lead_down,
    NotThere: _lead_back,
}
"""Where people are led by each refusal."""
