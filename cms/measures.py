"""What plugins count and know of a site: the hub asks here, never in their tables.

Only plugins that are on at the site are asked, and one that fails stays silent: its
answer is missing and the others' stand. Names are “label.name”: of a fact the name
under which it is declared, of a measure the function's.
"""

import logging
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from wagtail.models import Site

from cms.activation import active_plugins
from cms.language import Pair
from cms.plugins import Plugin

logger = logging.getLogger(__name__)

Answers = dict[str, Any]


def measure(site: Site | None) -> Answers:
    """What the plugins of `site` count now, by name."""
    return dict(_answers(site, "measures"))


def facts_of(site: Site | None) -> Answers:
    """What the plugins of `site` know of it now, by name."""
    return dict(_answers(site, "facts"))


def ask(site: Site | None, fact: str) -> Any:
    """One fact, such as “fostering.enquiries_open”.

    None where its plugin is off or not installed, does not know it, or fails.
    """
    label, _dot, name = fact.partition(".")
    for plugin in _plugins(site):
        if plugin.label == label and name in plugin.facts:
            return dict(_answer(plugin, fact, plugin.facts[name], site)).get(fact)
    return None


def pairs_of(site: Site | None) -> list[Pair]:
    """The texts that the plugins of `site` have in both languages, plugin by plugin."""
    return [
        pair
        for plugin in _plugins(site)
        for path in plugin.pairs
        for _name, pairs in _answer(plugin, f"{plugin.label}.{path}", path, site)
        for pair in pairs
    ]


def todos_of(site: Site | None) -> list[Any]:
    """What the plugins of `site` say is to be done: `cms.admin.Todo`, each whole."""
    return [
        todo
        for plugin in _plugins(site)
        for path in plugin.this_week
        for _name, todos in _answer(plugin, f"{plugin.label}.{path}", path, site)
        for todo in todos
    ]


def _plugins(site: Site | None) -> list[Plugin]:
    return active_plugins(site) if site else []


def _answers(site: Site | None, kind: str) -> Iterator[tuple[str, Any]]:
    for plugin in _plugins(site):
        for name, path in _declared(plugin, kind).items():
            yield from _answer(plugin, f"{plugin.label}.{name}", path, site)


def _declared(plugin: Plugin, kind: str) -> dict[str, str]:
    if kind == "facts":
        return dict(plugin.facts)
    return {path.rpartition(".")[2]: path for path in plugin.measures}


def _answer(
    plugin: Plugin, name: str, path: str, site: Site | None
) -> Iterator[tuple[str, Any]]:
    try:
        # A query that fails must not spoil the transaction of whoever asks.
        with transaction.atomic():
            value = plugin.load(path)(site)
            if isinstance(value, Iterator):
                value = list(value)  # What fails, fails here.
    except Exception as error:  # noqa: BLE001  (one plugin must not silence the others)
        # No traceback: what a plugin counts may name a person.
        logger.error("%s did not answer: %s", name, type(error).__name__)
    else:
        yield name, value
