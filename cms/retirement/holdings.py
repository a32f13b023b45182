"""What host apps keep for a plugin, each under the plugin's label.

A host app names its tuple of holdings in `host_holdings` of its AppConfig, by a path
relative to the app; so the host counts and removes them without knowing the plugins.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.utils.module_loading import import_string

Rows = Callable[[str], QuerySet[Any]]


@dataclass(frozen=True)
class Holding:
    """The rows that one model of the host keeps for a plugin.

    `precious` are those among them that are not destroyed without being asked for by
    name, and `because` says why, to whoever runs the installation.
    """

    rows: Rows
    precious: Rows | None = None
    because: str = ""


def holdings() -> Iterator[Holding]:
    """What every host app holds, in the order in which it may be removed."""
    for config in apps.get_app_configs():
        path = getattr(config, "host_holdings", None)
        if path:
            yield from import_string(f"{config.name}.{path}")
