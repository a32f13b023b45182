"""Make rows and pages of models that nobody here knows, filled with what they need."""

import datetime as dt
from collections.abc import Container
from itertools import count
from typing import Any

from django.db import models
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from cms.models import PluginPage
from cms.privacy import EncryptedTextField
from cms.starter.publishing import publish_first

MARKER = "Marged Ffug"
"""What stands in every encrypted text: a name to look for where it must not be."""

_numbers = count(1)
_SAMPLES: list[tuple[type[models.Field[Any, Any]], Any]] = [
    (models.EmailField, "marged@post.example"),
    (models.URLField, "https://post.example/"),
    (models.BooleanField, False),
    (models.IntegerField, 1),
    (models.DecimalField, 1),
    (models.FloatField, 1.0),
    (models.DateTimeField, timezone.now),
    (models.DateField, timezone.localdate),
    (models.TimeField, dt.time(9)),
    (models.JSONField, dict),
    (models.SlugField, lambda: f"sample-{next(_numbers)}"),
    (models.CharField, lambda: f"Sample {next(_numbers)}"),
    (models.TextField, lambda: f"Sample {next(_numbers)}"),
]


def make_row(model: type[models.Model], site: Site, **having: Any) -> Any:
    """A stored row of `model` at `site`; what it points to is made with it.

    A model whose rows cannot hold just anything says what one may hold, beside what is
    given, by a class method `sample_values`. What it says of a row that it points to is
    a dictionary of its own.
    """
    own = {
        name: _made_with(model, name, value, site)
        for name, value in getattr(model, "sample_values", dict)(**having).items()
    }
    given = {**own, **having}
    values = _values(model, site, leaving_out=given)
    return model._default_manager.create(**{**values, **given})


def _made_with(model: Any, name: str, value: Any, site: Site) -> Any:
    field = model._meta.get_field(name)
    if field.is_relation and isinstance(value, dict):
        return make_row(field.related_model, site, **value)
    return value


def make_page(
    model: type[PluginPage], site: Site, language: str, **having: Any
) -> PluginPage:
    """A page of `model` under a fitting parent, published by a person in `language`."""
    number = next(_numbers)
    page = model(
        **{
            **_values(model, site),
            "title": f"Sample {number}",
            "slug": f"sample-{number}",
            "locale": Locale.objects.get(language_code=language),
            "live": False,
            "show_in_menus": True,
            **having,
        }
    )
    _parent_for(model, site, language).add_child(instance=page)
    publish_first(page)  # As a person does, past the gate that asks for both languages.
    page.refresh_from_db()
    return page


def home_in(site: Site, language: str) -> Page:
    """The home page of `site` in one language."""
    homes = site.root_page.get_translations(inclusive=True)
    return homes.get(locale__language_code=language).specific


def _parent_for(model: type[PluginPage], site: Site, language: str) -> Page:
    home = home_in(site, language)
    allowed = model.allowed_parent_page_models()
    if type(home) in allowed:
        return home
    above = next(kind for kind in allowed if issubclass(kind, PluginPage))
    return make_page(above, site, language)


def _values(
    model: type[models.Model], site: Site, leaving_out: Container[str] = ()
) -> dict[str, Any]:
    own = (f for f in model._meta.concrete_fields if not _belongs_to_page(f))
    return {
        field.name: _value(field, model, site)
        for field in own
        if _wants_value(field) and field.name not in leaving_out
    }


def _belongs_to_page(field: Any) -> bool:
    return field.model is Page or getattr(field.remote_field, "parent_link", False)


def _wants_value(field: Any) -> bool:
    if isinstance(field, EncryptedTextField):
        return True
    unneeded = field.primary_key or field.has_default() or field.null
    return not (unneeded or field.blank or getattr(field, "auto_now_add", False))


def _value(field: Any, model: type[models.Model], site: Site) -> Any:
    if isinstance(field, EncryptedTextField):
        return MARKER
    if field.is_relation:
        return _related(field.related_model, site)
    if field.choices:
        return field.flatchoices[0][0]
    for kind, sample in _SAMPLES:
        if isinstance(field, kind):
            value = sample() if callable(sample) else sample
            return value[: field.max_length] if isinstance(value, str) else value
    raise TypeError(f"{model.__name__}.{field.name}: pass a value of your own.")


def _related(model: Any, site: Site) -> Any:
    if issubclass(model, Site):
        return site
    if issubclass(model, Page):
        return site.root_page
    if has_site(model):
        return make_row(model, site)
    return model._default_manager.first() or make_row(model, site)


def has_site(model: Any) -> bool:
    """Whether rows of `model` say to which site they belong."""
    return any(field.name == "site" for field in model._meta.fields)
