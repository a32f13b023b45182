"""Bulk actions name their objects in the query: 404 for another authority's.

Wagtail shows the titles of what it refuses to touch, drafts among them.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.http import Http404, HttpRequest
from wagtail.models import Page
from wagtail.permissions import policy_registry

BULK_ACTION = "wagtail_bulk_action"
_ACTIONS = ["add", "change", "delete", "choose"]


def pages_of_bulk_action(
    request: HttpRequest, kwargs: dict[str, Any]
) -> Iterable[Page]:
    """The pages that a bulk action names, and the one whose children it takes."""
    if not _is_of_pages(kwargs):
        return []
    parent = request.GET.get("childOf", "")
    if "all" in request.GET.getlist("id") and not parent:
        raise Http404
    return Page.objects.filter(pk__in=_ids([*request.GET.getlist("id"), parent]))


def check_bulk_action(request: HttpRequest, kwargs: dict[str, Any]) -> None:
    """Raise Http404 where it names a picture, document or person out of reach."""
    if _is_of_pages(kwargs):
        return
    try:
        model = apps.get_model(kwargs["app_label"], kwargs["model_name"])
    except LookupError as error:
        raise Http404 from error
    named = set(
        model._default_manager.filter(
            pk__in=_ids(request.GET.getlist("id"))
        ).values_list("pk", flat=True)
    )
    policy = policy_registry.get_by_type(model)
    mine = policy.instances_user_has_any_permission_for(request.user, _ACTIONS)
    if named - set(mine.filter(pk__in=named).values_list("pk", flat=True)):
        raise Http404


def _is_of_pages(kwargs: dict[str, Any]) -> bool:
    return (kwargs["app_label"], kwargs["model_name"]) == ("wagtailcore", "page")


def _ids(texts: Iterable[str]) -> list[int]:
    return [int(text) for text in texts if text.isdecimal() and len(text) < 19]
