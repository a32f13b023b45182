"""Which plugin an address or a page belongs to, whoever asks for it."""

from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import ResolverMatch
from wagtail.snippets.models import get_snippet_models

from cms.plugins.registry import installed_plugins, plugin_of


def owner_of(match: ResolverMatch) -> str | None:
    """The label of the plugin behind a resolved address; None where there is none.

    Its own addresses, its settings, and every view of the viewsets it declares, of
    whatever base they are: lists, forms, choosers, history, export.
    """
    if not match.namespaces:
        return None
    first, *rest = match.namespaces
    if first == "plugins":
        return rest[0] if rest else ""
    if first == "wagtailsettings":
        label = str(match.kwargs.get("app_name", ""))
        return label if plugin_of(label) else None
    return admin_namespaces().get(first)


def type_owner(kind: ContentType) -> str | None:
    """The label of the plugin whose page type this is, also where it is missing.

    None for the host's own pages.
    """
    model = kind.model_class()
    if model is None:
        return str(kind.app_label)
    return kind.app_label if plugin_of(kind.app_label) else None


@cache
def declared_viewsets() -> list[tuple[str, Any]]:
    """One instance of every viewset that plugins declare, and whose it is."""
    return [
        (label, plugin.load(path)())
        for label, plugin in installed_plugins().items()
        for path in plugin.viewsets
    ]


@cache
def admin_namespaces() -> dict[str, str]:
    """The namespaces of plugins' addresses in the admin, and whose each is."""
    own = {
        member.url_namespace: label
        for label, viewset in declared_viewsets()
        for member in getattr(viewset, "registerables", [viewset])  # Of a group.
    }
    return {**_snippets(), **own}


def _snippets() -> dict[str, str]:
    return {
        namespace: model._meta.app_label
        for model in get_snippet_models()
        if plugin_of(model._meta.app_label)
        for viewset in [model.snippet_viewset]
        for namespace in (
            viewset.get_admin_url_namespace(),
            viewset.get_chooser_admin_url_namespace(),
        )
    }
