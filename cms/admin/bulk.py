"""Bulk actions name their objects in the query: 404 for another authority's.

Wagtail shows the titles of what it refuses to touch, drafts among them.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.http import Http404, HttpRequest
from wagtail.models import Page

from cms.admin.files import check_reach, ids_among

BULK_ACTION = "wagtail_bulk_action"


def pages_of_bulk_action(
    request: HttpRequest, kwargs: dict[str, Any]
) -> Iterable[Page]:
    """The pages that a bulk action names, and the one whose children it takes."""
    if not _is_of_pages(kwargs):
        return []
    parent = request.GET.get("childOf", "")
    if "all" in request.GET.getlist("id") and not parent:
        raise Http404
    return Page.objects.filter(pk__in=ids_among([*request.GET.getlist("id"), parent]))


def check_bulk_action(request: HttpRequest, kwargs: dict[str, Any]) -> None:
    """Raise Http404 where it names a picture, document or person out of reach."""
    if _is_of_pages(kwargs):
        return
    try:
        model = apps.get_model(kwargs["app_label"], kwargs["model_name"])
    except LookupError as error:
        raise Http404 from error
    check_reach(request.user, model, request.GET.getlist("id"))


def _is_of_pages(kwargs: dict[str, Any]) -> bool:
    return (kwargs["app_label"], kwargs["model_name"]) == ("wagtailcore", "page")
