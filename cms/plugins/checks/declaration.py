"""What stands in the declaration itself: names, types, label, versions."""

import keyword
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage
from django.utils.functional import Promise
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from cms.plugins import deprecation
from cms.plugins.checks.rules import broken
from cms.plugins.contract import (
    ATTRIBUTES,
    CONTRACT_VERSION,
    DJANGOS,
    METHODS,
    REQUIRED,
    Kind,
)
from cms.plugins.discovery import plugin_entry_points
from cms.plugins.failing import described
from cms.plugins.plugin import Audience, Plugin

LABEL = re.compile(r"[a-z][a-z0-9_]{0,49}")
# First parts of the host's addresses, and names its own namespaces have.
TAKEN = frozenset(
    {
        *("account", "admin", "cy", "demo", "documents", "en", "language", "media"),
        *("plugins", "services", "sitemap", "static", "theme"),
    }
)


def entry_points() -> Iterator[CheckMessage]:
    """Every entry point leads to a plugin of its own name."""
    configs = {config.name: config for config in apps.get_app_configs()}
    for point in plugin_entry_points():
        config = configs.get(point.module)
        if not isinstance(config, Plugin):
            yield broken("cms.E001", f"{described(point)} has no Plugin in apps.py.")
        elif config.label != point.name:
            yield broken(
                "cms.E002",
                f"{described(point)} has the label “{config.label}”; its entry point"
                f" is called “{point.name}”.",
            )


def label(plugin: Plugin) -> Iterator[CheckMessage]:
    """It is fit to be a module, a namespace, a folder, a key and part of a URL."""
    name = plugin.label
    if not LABEL.fullmatch(name):
        yield broken(
            "cms.E021",
            f"The label “{name}” of {plugin.name} is not one to fifty small letters,"
            " digits and underscores, a letter first.",
        )
    elif keyword.iskeyword(name) or name in TAKEN:
        yield broken(
            "cms.E021",
            f"The label “{name}” of {plugin.name} is a word of Python, or an address"
            " of the host.",
        )


def required(plugin: Plugin) -> Iterator[CheckMessage]:
    """It says what it is called, what it does and which hosts it supports."""
    for name in REQUIRED:
        if not getattr(type(plugin), name, None):
            yield broken("cms.E014", f"Plugin “{plugin.label}” declares no `{name}`.")


def names(plugin: Plugin) -> Iterator[CheckMessage]:
    """Every name in it is one that the contract knows."""
    old = {renamed.old for renamed in deprecation.DEPRECATED}
    known = {*ATTRIBUTES, *METHODS, *DJANGOS}
    for name in sorted(_declared(plugin) - known - old):
        near = get_close_matches(name, known, n=1, cutoff=0.6)
        meant = f": do you mean `{near[0]}`?" if near else "."
        yield broken(
            "cms.E013",
            f"Plugin “{plugin.label}” declares `{name}`, which is unknown{meant}",
        )


def _declared(plugin: Plugin) -> set[str]:
    own = type(plugin).__mro__
    bases = own[: own.index(Plugin)]
    return {
        name for base in bases for name in vars(base) if not name.startswith("_")
    } - set(vars(AppConfig)).difference(DJANGOS)


def types(plugin: Plugin) -> Iterator[CheckMessage]:
    """Every attribute holds what its kind asks for."""
    for name, kind in ATTRIBUTES.items():
        value = getattr(type(plugin), name, None)
        if value in (None, "") and (name in REQUIRED or kind is Kind.PATH):
            continue
        if not fits(value, kind):
            yield broken(
                "cms.E012",
                f"Plugin “{plugin.label}” declares {name} = {value!r}; it must be"
                f" {kind}.",
            )


def fits(value: Any, kind: Kind) -> bool:
    """Whether a declared value is of its kind."""
    if kind is Kind.LIST:
        return isinstance(value, list | tuple) and _are_texts(value)
    if kind is Kind.MAPPING:
        return isinstance(value, Mapping) and _are_texts([*value, *value.values()])
    return isinstance(value, _TYPES[kind])


_TYPES: dict[Kind, type] = {
    Kind.WORDS: Promise,
    Kind.VERSIONS: str,
    Kind.AUDIENCE: Audience,
    Kind.SWITCH: bool,
    Kind.PATH: str,
}


def _are_texts(values: Any) -> bool:
    return all(isinstance(value, str) for value in values)


def versions(plugin: Plugin) -> Iterator[CheckMessage]:
    """It supports the version of the contract that this host keeps."""
    if not plugin.host:
        return  # E014 says so.
    try:
        supported = SpecifierSet(plugin.host)
    except InvalidSpecifier:
        yield broken("cms.E011", f"Plugin “{plugin.label}”: host = “{plugin.host}”.")
        return
    if CONTRACT_VERSION not in supported:
        yield broken(
            "cms.E006",
            f"Plugin “{plugin.label}” supports versions {plugin.host} of the contract;"
            f" this host keeps {CONTRACT_VERSION}.",
        )


def old_names(plugin: Plugin) -> Iterator[CheckMessage]:
    """Warn of names that will be gone."""
    for name in deprecation.old_names_of(type(plugin)):
        yield broken(
            "cms.W001",
            f"Plugin “{plugin.label}” declares `{name.old}`, which is called"
            f" `{name.new}` since version {name.since} of the contract and is gone in"
            f" {name.gone_in}.",
        )
