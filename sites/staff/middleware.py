"""Where somebody signed in holds no role there is no admin, but a kind word."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.admin.localization import get_localized_response
from wagtail.models import Site

from cms.admin import roles_at, sites_with_role
from cms.roles import NETWORK_ROLES
from sites.staff.places import places_of

# What pages need before anybody is asked who they are. The account's own pages stand
# outside the admin.
OPEN = frozenset(
    {
        "wagtailadmin_login",
        "wagtailadmin_sprite",
        "wagtailadmin_javascript_catalog",
    }
)


class OwnPlaces:
    """Middleware: 403, with one's own places, in the admin of somebody else's.

    Whoever looks after the network comes in everywhere, and finds there the settings of
    the service and nothing of its people or its inbox.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if not request.path.startswith("/admin/") or _is_open(request):
            return None
        user = request.user
        site = Site.find_for_request(request)
        if site is None or not user.is_authenticated or user.is_superuser:
            return None
        if roles_at(user, site) or sites_with_role(user, NETWORK_ROLES):
            return None
        answer: HttpResponse = get_localized_response(no_role_here, request)
        return answer


def no_role_here(request: HttpRequest) -> HttpResponse:
    """Says that one has no role here, and where one has."""
    context = {"places": places_of(request).others}
    answer = render(request, "staff/no_role.html", context, status=403)
    answer["Cache-Control"] = "no-store"
    return answer


def _is_open(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and match.view_name in OPEN
