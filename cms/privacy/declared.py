"""Which models have people in them: those that host apps and plugins declare."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import Model
from django.utils.module_loading import import_string

from cms.privacy.fields import EncryptedField
from cms.privacy.looking import by_accounts, by_all_words
from cms.privacy.personal import Care, PersonalData

NAMING = {
    "address",
    "date_of_birth",
    "email",
    "first_name",
    "full_name",
    "last_name",
    "mobile",
    "name",
    "phone",
    "postcode",
    "telephone",
}
"""Fields of these names are about somebody, sealed or not."""


@cache
def declared() -> dict[type[Model], PersonalData]:
    """What is declared of each model: the host's first, then each plugin's."""
    found: dict[type[Model], PersonalData] = {}
    for config in sorted(apps.get_app_configs(), key=_is_plugin):
        for data in declared_by(config):
            found[data.of] = data
    return found


def declared_by(config: Any) -> Iterator[PersonalData]:
    """What one app declares; a path that leads to a model alone is filled in."""
    attribute = "personal_data" if _is_plugin(config) else "host_personal_data"
    for path in getattr(config, attribute, ()):
        yield from as_declared(import_string(f"{config.name}.{path}"))


def as_declared(found: Any) -> Iterator[PersonalData]:
    """The declarations that a path leads to: one, several, or a model alone."""
    if isinstance(found, PersonalData):
        yield found
    elif isinstance(found, type) and issubclass(found, Model):
        yield by_default(found)
    elif isinstance(found, Iterable) and not isinstance(found, str):
        for each in found:
            yield from as_declared(each)
    else:
        raise TypeError(f"{found!r} is neither a model nor a PersonalData.")


def by_default(model: type[Model]) -> PersonalData:
    """The careful side: everything is somebody else's until a person has decided."""
    label, local = model._meta.label, model._meta.local_fields
    through = [f.name for f in local if f.is_relation and _has_people(f.related_model)]
    words = [each.name for each in sealed(model)]
    accounts = [f for f in telling(model) if f in _accounts(model)]
    alone = by_all_words(label, words) if words else by_accounts(label, accounts)
    return PersonalData(
        model=label,
        title=model._meta.verbose_name or "",
        fields=dict.fromkeys(telling(model), Care.OTHERS),
        through=through,
        find=None if through else alone,
    )


def telling(model: type[Model]) -> list[str]:
    """The fields of a model that tell of somebody: each must be declared."""
    accounts = _accounts(model)
    return [
        each.name
        for each in model._meta.local_fields
        if isinstance(each, EncryptedField)
        or each.name in NAMING
        or each.name in accounts
    ]


def sealed(model: type[Model]) -> list[Any]:
    """Its encrypted fields."""
    return [f for f in model._meta.local_fields if isinstance(f, EncryptedField)]


def _accounts(model: type[Model]) -> set[str]:
    user = get_user_model()
    return {
        each.name
        for each in model._meta.local_fields
        if each.is_relation and each.related_model is user
    }


def _has_people(model: Any) -> bool:
    return bool(sealed(model)) and model is not get_user_model()


def _is_plugin(config: Any) -> bool:
    from cms.plugins import Plugin

    return isinstance(config, Plugin)
