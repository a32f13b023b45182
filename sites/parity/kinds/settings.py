"""Settings that stand in both languages: fields called …_en and …_cy."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.activation import active_labels
from cms.language import Pair
from cms.models import SiteSettings
from sites.models import Service, SettingChange
from sites.screens.groups import home_of_setting

SETTING = _("Setting")
MAY_BE_EQUAL = frozenset({"name", "address"})
"""A charity's name or a street may be the same in both."""
ONE_SAVE = dt.timedelta(seconds=5)


def service_settings(site: Site) -> Iterator[Pair]:
    """The service's own; the log of changes tells which language fell behind."""
    service = Service.of(site) or Service.for_site(site)
    changes = _changes_of(site)
    for name in paired(Service):
        behind, since = fallen_behind(name, changes)
        yield Pair(
            kind=SETTING,
            name=label_of(Service, name),
            en=getattr(service, f"{name}_en"),
            cy=getattr(service, f"{name}_cy"),
            url=_address(f"{name}_{behind or 'cy'}"),
            stale=behind,
            since=since or last_changed(name, changes),
            may_be_equal=name in MAY_BE_EQUAL,
        )


def settings_of_features(site: Site) -> Iterator[Pair]:
    """Those of features that are on, wherever their author has paired fields."""
    on = active_labels(site)
    for model in apps.get_models():
        if not issubclass(model, SiteSettings) or model is Service:
            continue
        names = paired(model)
        meta = model._meta
        if not names or not (meta.app_label in on or meta.app_label == "cms"):
            continue
        row: Any = model.for_site(site)
        url = reverse(
            "wagtailsettings:edit", args=[meta.app_label, meta.model_name, site.pk]
        )
        for name in names:
            en, cy = getattr(row, f"{name}_en"), getattr(row, f"{name}_cy")
            yield Pair(kind=SETTING, name=label_of(model, name), en=en, cy=cy, url=url)


def paired(model: type[models.Model]) -> list[str]:
    """The names of text fields that stand in both languages, without the ending."""
    texts = {
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
    }
    english = [name.removesuffix("_en") for name in texts if name.endswith("_en")]
    return sorted(name for name in english if f"{name}_cy" in texts)


def label_of(model: type[models.Model], name: str) -> str:
    """What the form calls the Welsh half: it says which it is."""
    field: Any = model._meta.get_field(f"{name}_cy")
    return capfirst(str(field.verbose_name))


def fallen_behind(
    name: str, changes: Iterable[tuple[str, dt.datetime]]
) -> tuple[str, dt.datetime | None]:
    """Which language has not followed the other since, and since when.

    `changes` are fields with their time, oldest first. A change of one language puts
    the other behind; a change of that one brings both together again.
    """
    behind, since, last = "", None, None
    for field, at in changes:
        stem, _dot, language = field.rpartition("_")
        if stem != name or language not in ("en", "cy"):
            continue
        other = "cy" if language == "en" else "en"
        if language == behind or (
            last and last[0] == other and at - last[1] < ONE_SAVE
        ):
            behind, since = "", None
        elif not behind:
            behind, since = other, at
        last = (language, at)
    return behind, since


def last_changed(
    name: str, changes: Iterable[tuple[str, dt.datetime]]
) -> dt.datetime | None:
    """When either language was last changed: it is as it is since then, if at all."""
    halves = (f"{name}_en", f"{name}_cy")
    return max((at for field, at in changes if field in halves), default=None)


def _changes_of(site: Site) -> list[tuple[str, dt.datetime]]:
    rows = SettingChange.objects.filter(site=site).order_by("at", "pk")
    return list(rows.values_list("field", "at"))


def _address(field: str) -> str:
    group = home_of_setting(field)
    return f"{reverse('service_settings_group', args=[group])}#id_{field}"
