"""Pictures and documents that an admin URL names: 404 for another authority's.

Wagtail's own views send whoever may not edit one away with a message, which tells that
it is there; its chooser gives the title of any of them.
"""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.permissions import policy_registry

ACTIONS = ["add", "change", "delete", "choose"]
_MODELS = {
    "wagtailimages": get_image_model,
    "wagtailimages_chooser": get_image_model,
    "wagtaildocs": get_document_model,
    "wagtaildocs_chooser": get_document_model,
}
_KWARGS = ("image_id", "document_id", "doc_id", "pk")


def check_files(request: HttpRequest, namespace: str, kwargs: dict[str, Any]) -> None:
    """Raise Http404 where the URL names a picture or document out of reach.

    What is no number names none: Wagtail's choosers would answer with an error.
    """
    if namespace not in _MODELS:
        return
    named = [str(kwargs[name]) for name in _KWARGS if name in kwargs]
    named += request.GET.getlist("id")
    if len(ids_among(named)) < len(named):
        raise Http404
    if named:
        check_reach(request.user, _MODELS[namespace](), named)


def check_reach(user: Any, model: Any, named: Iterable[str]) -> None:
    """Raise Http404 where one of these rows exists and the person may not touch it."""
    rows = model._default_manager.filter(pk__in=ids_among(named))
    there = set(rows.values_list("pk", flat=True))
    policy = policy_registry.get_by_type(model)
    mine = policy.instances_user_has_any_permission_for(user, ACTIONS)
    if there - set(mine.filter(pk__in=there).values_list("pk", flat=True)):
        raise Http404


def ids_among(texts: Iterable[str]) -> list[int]:
    """The texts that can be the id of a row."""
    return [int(text) for text in texts if text.isdecimal() and len(text) < 19]
