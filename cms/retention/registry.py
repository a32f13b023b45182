"""Every rule that is declared, of plugins wherever they are on: a promise outlives it.

What a service has promised its people holds though it has switched the plugin off.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.utils.module_loading import import_string
from wagtail.models import Site

from cms.plugins import Plugin
from cms.retention.rule import Rule


@cache
def rules() -> dict[str, Rule]:
    """The rules by their names, such as “referrals.filed”."""
    return dict(_declared())


def load_rule(path: str) -> Rule:
    """The rule at `path`; TypeError where there is something else."""
    found = import_string(path)
    if not isinstance(found, Rule):
        raise TypeError(f"{path} is no cms.retention.Rule.")
    return found


def unfiled(label: str = "", site: Site | None = None) -> Iterator[QuerySet[Any]]:
    """Records that nobody has filed elsewhere: one plugin's, one site's, or all."""
    for name, rule in rules().items():
        if rule.unfiled and label in ("", name.partition(".")[0]):
            yield rule.unfiled(site)


def _declared() -> Iterator[tuple[str, Rule]]:
    for config in apps.get_app_configs():
        attribute = "keeps" if isinstance(config, Plugin) else "host_keeps"
        for path in getattr(config, attribute, ()):
            rule = load_rule(f"{config.name}.{path}")
            yield f"{config.label}.{rule.name}", rule
