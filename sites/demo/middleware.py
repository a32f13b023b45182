"""The front door stands where no service does: on the bare host of the demo."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from wagtail.models import Site

from sites.demo.views import front_door


class FrontDoor:
    """Middleware: `/en/` and `/cy/` on a host of no service show the front door."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        at_door = request.path in ("/en/", "/cy/")
        if at_door and is_front_door(request):
            return front_door(request)
        return self.get_response(request)


def is_front_door(request: HttpRequest) -> bool:
    """Whether the request came to the demo's own host, not to a service's."""
    host = request.get_host().rsplit(":", 1)[0]
    known = host in settings.HOSTS_WITHOUT_SERVICE
    return known and Site.find_for_request(request) is None
