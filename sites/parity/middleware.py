"""Whoever meets the gate is led to the page's own screen, with the words kept."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.localization import get_localized_response

from sites.parity.gate import OneLanguageAlone

REFUSED = 409
SCREENS = "/admin/"
MACHINES = "/admin/api/"


class ParityGate:
    """Turn OneLanguageAlone into an answer: a screen for people, JSON for machines."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if not isinstance(exception, OneLanguageAlone):
            return None
        is_person = request.path.startswith(SCREENS) and not request.path.startswith(
            MACHINES
        )
        answer: HttpResponse = get_localized_response(
            _lead_to_both if is_person else _tell, request, exception
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


def _tell(request: HttpRequest, exception: OneLanguageAlone) -> HttpResponse:
    words = _("Publish the other language too, or give a reason and a day.")
    return JsonResponse({"message": words}, status=REFUSED)
