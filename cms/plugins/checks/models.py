"""Models: whose page they are, whose site they belong to, whether a person is in them.

A person is in a model that has an encrypted field, or that points to the user model or
to a model with an encrypted field. Settings are about the service.
"""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage
from django.db.models import Model
from wagtail.models import Page, Site

from cms.plugins.checks.rules import broken
from cms.plugins.plugin import Plugin


def pages(plugin: Plugin) -> Iterator[CheckMessage]:
    """Every page type is one that the gates know."""
    from cms.models import PluginPage

    for model in plugin.get_models():
        if issubclass(model, Page) and not issubclass(model, PluginPage):
            yield broken(
                "cms.E007",
                f"{model._meta.label} is a page but not a PluginPage.",
                model,
            )


def sites(plugin: Plugin) -> Iterator[CheckMessage]:
    """A model with a site is one that the policies know."""
    from cms.models import SiteOwned, SiteSettings

    for model in plugin.get_models(include_auto_created=True):
        if issubclass(model, SiteOwned | SiteSettings):
            continue
        if names := [field.name for field in _relations(model, Site)]:
            yield broken(
                "cms.E009",
                f"{model._meta.label} points to a site with {', '.join(names)}, but is"
                " neither SiteOwned nor SiteSettings.",
                model,
            )


def settings(plugin: Plugin) -> Iterator[CheckMessage]:
    """A setting belongs to one site, and is shown only where the plugin is on."""
    from wagtail.contrib.settings.registry import registry

    from cms.models import SiteSettings

    for model in registry:
        own = model._meta.app_label == plugin.label
        if own and not issubclass(model, SiteSettings):
            yield broken(
                "cms.E024",
                f"{model._meta.label} is registered as a setting but is not"
                " SiteSettings.",
                model,
            )


def people(plugin: Plugin) -> Iterator[CheckMessage]:
    """Every model with a person in it is declared, and every such field of it."""
    from cms.privacy.complete import complaints

    declared = {data.of: data for data in _personal_data(plugin)}
    for model in plugin.get_models(include_auto_created=True):
        reason = why_personal(model)
        if reason and model not in declared:
            yield broken(
                "cms.E020",
                f"{model._meta.label} {reason}, but plugin “{plugin.label}” does not"
                " name it in `personal_data`.",
                model,
            )
    for model, data in declared.items():
        for complaint in complaints(data):
            words = f"The PersonalData of {model._meta.label} {complaint}."
            yield broken("cms.E020", words, model)


def why_personal(model: type[Model]) -> str:
    """Why there is a person in a model, in words; empty if there is none."""
    from cms.models import SiteSettings
    from cms.privacy import encrypted_fields

    if issubclass(model, SiteSettings):
        return ""
    if encrypted_fields(model):
        return "has encrypted fields"
    for field in _relations(model):
        other = field.related_model
        if issubclass(other, get_user_model()) or encrypted_fields(other):
            return f"points to {other._meta.label} with {field.name}"
    return ""


def _personal_data(plugin: Plugin) -> Iterator[Any]:
    from cms.privacy.declared import as_declared

    for path in plugin.personal_data:
        try:
            yield from as_declared(plugin.load(path))
        except (ImportError, TypeError, LookupError):
            continue  # E003 or E016 say so.


def _relations(model: type[Model], to: type[Model] = Model) -> list[Any]:
    # Local fields: what a page inherits of Wagtail (its owner, say) is Wagtail's.
    fields = [*model._meta.local_fields, *model._meta.local_many_to_many]
    return [
        field
        for field in fields
        if field.is_relation and field.related_model and _is(field.related_model, to)
    ]


def _is(model: Any, to: type[Model]) -> bool:
    return isinstance(model, type) and issubclass(model, to)
