"""The project's addresses and some that must not be: the crawl has to find them.

Stock viewsets for rows that belong to a site, an error, a door, a name nobody knows.
"""

from typing import Any

from acme_fostering.models import Enquiry
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.urls import handler404, handler500
from cms.urls import urlpatterns as the_project_s

__all__ = ["handler404", "handler500", "urlpatterns"]


class StockViewSet(ModelViewSet):
    """Rows of all sites for whoever may see those of one."""

    model = Enquiry
    url_namespace = "planted_rows"
    list_display = ["name"]
    form_fields = ["name", "email"]


class StockSnippets(SnippetViewSet):
    """The same as a snippet."""

    model = Enquiry
    url_namespace = "planted_snippets"
    admin_url_namespace = "planted_snippets"
    list_display = ["name"]
    form_fields = ["name", "email"]


def broken(request: HttpRequest) -> HttpResponse:
    """An error of the server."""
    raise RuntimeError


def door(request: HttpRequest) -> HttpResponse:
    """Sends whoever comes to sign in."""
    return redirect("/admin/login/?next=/")


def strange(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Takes a parameter whose name says nothing."""
    return HttpResponse()


def _of(viewset: Any) -> Any:
    return include((viewset.get_urlpatterns(), viewset.url_namespace))


urlpatterns = [
    path("admin/planted/rows/", _of(StockViewSet())),
    path("admin/planted/snippets/", _of(StockSnippets())),
    path("admin/planted/broken/", broken),
    path("admin/planted/door/", door),
    path("admin/planted/<int:grumbleweed>/", strange),
    *the_project_s,
]
