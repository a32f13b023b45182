"""Tags are words that all services share; a person is shown those of their own files.

Wagtail completes a word, and lists the most used ones, from everybody's: the name that
one service gave a picture would stand in another's list.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from taggit.models import Tag
from wagtail.admin import filters
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.views import chooser
from wagtail.permissions import policy_registry

AUTOCOMPLETE = frozenset(
    {"wagtailadmin_tag_autocomplete", "wagtailadmin_tag_model_autocomplete"}
)
SHOWN = 10
_ACTIONS = ["add", "change", "delete", "choose"]


def complete_tag(request: HttpRequest, kwargs: dict[str, Any]) -> HttpResponse:
    """The words that begin as typed, of pictures and documents within reach."""
    named = kwargs.get("app_name"), kwargs.get("model_name")
    if named not in {(None, None), ("taggit", "tag")}:
        raise Http404
    typed = request.GET.get("term", "")
    tags = own_tags(request.user).filter(name__istartswith=typed).order_by("name")
    found = list(tags.values_list("name", flat=True)[:SHOWN]) if typed else []
    return JsonResponse(found, safe=False)


def own_tags(user: Any) -> Any:
    """Tags of the pictures and documents that a person may work with."""
    used: set[int] = set()
    for model in (get_image_model(), get_document_model()):
        policy = policy_registry.get_by_type(model)
        files = policy.instances_user_has_any_permission_for(user, _ACTIONS)
        used |= set(files.values_list("tags", flat=True))
    return Tag.objects.filter(pk__in=used - {None})


def install() -> None:
    """Leave the most used tags out of lists: Wagtail counts them over all services."""
    for module in (filters, chooser):
        module.popular_tags_for_model = _none


def _none(model: Any, count: int = SHOWN) -> Any:
    return Tag.objects.none()


__all__ = ["AUTOCOMPLETE", "complete_tag", "install", "own_tags"]
