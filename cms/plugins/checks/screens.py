"""Admin screens: none shows rows of every site, none escapes the gates."""

from collections import deque
from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage
from django.db.models import Model
from wagtail.models import Page, Site

from cms.plugins.checks.rules import broken
from cms.plugins.owners import declared_viewsets
from cms.plugins.registry import plugin_of, plugin_of_module


def snippets() -> Iterator[CheckMessage]:
    """No plugin registers snippets: their screens ask Django's global permissions."""
    from wagtail.snippets.models import get_snippet_models

    for model in get_snippet_models():
        if plugin_of(model._meta.app_label) or way_to_site(model):
            yield broken(
                "cms.E015",
                f"{model._meta.label} is registered as a snippet{_whose(model)}.",
                model,
            )


def viewsets(registered: list[Any]) -> Iterator[CheckMessage]:
    """Whatever is registered as a viewset, by hooks too, is one that knows of sites."""
    from cms.admin import SiteOwnedChooserViewSet, SiteOwnedViewSet

    for viewset in registered:
        kind = type(viewset)
        model: Any = getattr(viewset, "model", None)
        scoped = isinstance(viewset, SiteOwnedViewSet | SiteOwnedChooserViewSet)
        if not scoped and _is_ours(model):
            yield broken(
                "cms.E015",
                f"{kind.__module__}.{kind.__name__} shows"
                f" {model._meta.label}{_whose(model)}.",
                model,
            )


def undeclared(registered: list[Any]) -> Iterator[CheckMessage]:
    """No viewset of a plugin is registered but by its declaration."""
    known = {
        type(member)
        for _label, viewset in declared_viewsets()
        for member in _members(viewset)
    }
    for viewset in registered:
        plugin = plugin_of_module(type(viewset).__module__)
        if plugin and type(viewset) not in known:
            yield broken(
                "cms.E015",
                f"Plugin “{plugin.label}” registers {type(viewset).__name__} by itself"
                " and does not name it in `viewsets`.",
            )


def _members(viewset: Any) -> list[Any]:
    return list(getattr(viewset, "registerables", [viewset]))


def _is_ours(model: Any) -> bool:
    if not isinstance(model, type) or not issubclass(model, Model):
        return False
    if issubclass(model, Page):
        return False  # Wagtail's own gates for pages stand before these screens.
    own = plugin_of(model._meta.app_label) is not None
    return own or bool(_is_site_owned(model))


def _is_site_owned(model: type[Model]) -> bool:
    from cms.models import SiteOwned

    return issubclass(model, SiteOwned)


def _whose(model: type[Model]) -> str:
    way = way_to_site(model)
    return f"; each row belongs to a site, by {'.'.join(way)}" if way else ""


def way_to_site(model: type[Model]) -> list[str]:
    """The fields that lead from a model to a site, by the shortest way; empty if none.

    `Note.case.site` belongs to a site as much as `Case.site` does.
    """
    waiting: deque[tuple[type[Model], list[str]]] = deque([(model, [])])
    seen = {model}
    while waiting:
        current, way = waiting.popleft()
        for field in current._meta.local_fields:
            other = field.related_model
            if not field.is_relation or not isinstance(other, type) or other in seen:
                continue
            if other is Site:
                return [*way, field.name]
            seen.add(other)
            waiting.append((other, [*way, field.name]))
    return []
