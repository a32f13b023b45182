"""What hides when a feature is switched off, and what is kept: counted, not named."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst
from wagtail.models import Site

from cms.admin.viewsets import SiteOwnedViewSet
from cms.models import SiteOwned, SiteSettings
from cms.plugins import Plugin
from cms.visibility import visible_in_any_language


@dataclass(frozen=True)
class Kept:
    """Rows of one kind that wait until the feature is switched on again."""

    name: str
    count: int


def published_pages(site: Site, plugin: Plugin) -> int:
    """How many pages of `site` the public no longer finds, in both languages."""
    pages = visible_in_any_language(site)
    return int(pages.filter(content_type__app_label=plugin.label).count())


def kept_rows(site: Site, plugin: Plugin) -> list[Kept]:
    """What staff work on at `site`, where there is any."""
    counted = [*_in_viewsets(site, plugin), *_in_models(site, plugin)]
    return [kept for kept in counted if kept.count]


def _in_viewsets(site: Site, plugin: Plugin) -> Iterator[Kept]:
    for viewset in _viewsets(plugin):
        name = str(viewset.menu_label)
        yield Kept(capfirst(name), viewset.rows_of(site).count())


def _in_models(site: Site, plugin: Plugin) -> Iterator[Kept]:
    listed = {viewset.model for viewset in _viewsets(plugin)}
    for model in plugin.get_models():
        if _stands_alone(model) and model not in listed:
            rows = model._default_manager.filter(site=site)
            yield Kept(capfirst(str(model._meta.verbose_name_plural)), rows.count())


def _viewsets(plugin: Plugin) -> list[SiteOwnedViewSet]:
    loaded = [plugin.load(path)() for path in plugin.viewsets]
    return [viewset for viewset in loaded if isinstance(viewset, SiteOwnedViewSet)]


def _stands_alone(model: type[Model]) -> bool:
    """A row of a site that is not the other half of a row counted already."""
    if not issubclass(model, SiteOwned) or issubclass(model, SiteSettings):
        return False
    return not any(_is_half_of_a_row(field) for field in model._meta.get_fields())


def _is_half_of_a_row(field: Any) -> bool:
    return bool(
        field.one_to_one
        and field.concrete
        and issubclass(field.related_model, SiteOwned)
    )
