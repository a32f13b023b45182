"""System checks that make the plugin contract executable: errors stop the start.

Addresses are read from plugins, so the contract is checked before they are: what is
wrong is listed, not raised one by one from somewhere within Django.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.core.checks import CheckMessage, register
from django.core.management.base import SystemCheckError
from django.urls import get_resolver
from wagtail.hooks import search_for_hooks

from cms.plugins.checks import (
    declaration,
    models,
    paths,
    requirements,
    screens,
    templates,
)
from cms.plugins.checks.hooks import hooks
from cms.plugins.plugin import Plugin
from cms.plugins.registry import installed_plugins

Check = Callable[[Plugin], Iterator[CheckMessage]]
FIRST: tuple[Check, ...] = (
    declaration.types,
    declaration.required,
    declaration.names,
    declaration.old_names,
    declaration.label,
    declaration.versions,
)
THEN: tuple[Check, ...] = (
    requirements.are_installed,
    requirements.lead_to_no_circle,
    requirements.can_meet,
    paths.paths,
    templates.slots,
    templates.mails,
    templates.folders,
    models.pages,
    models.sites,
    models.settings,
    models.people,
    hooks,
)


@register()
def check_plugins(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Every rule of the contract, for every installed plugin."""
    found = contract_messages()
    return found if any(m.is_serious() for m in found) else found + screen_messages()


def contract_messages() -> list[CheckMessage]:
    """What can be said before any address is read."""
    search_for_hooks()
    found = list(declaration.entry_points())
    for plugin in installed_plugins().values():
        found += plugin_messages(plugin)
    return found


def plugin_messages(plugin: Plugin) -> list[CheckMessage]:
    """The same for one plugin; what needs well-formed attributes comes after them."""
    found = [message for check in FIRST for message in check(plugin)]
    if any(message.id == "cms.E012" for message in found):
        return found
    return found + [message for check in THEN for message in check(plugin)]


def screen_messages() -> list[CheckMessage]:
    """What can be said once reading the addresses has registered every viewset."""
    from wagtail.admin.viewsets import viewsets

    assert get_resolver().url_patterns  # noqa: S101 (read for what it registers)
    registered = list(viewsets.viewsets)
    return [
        *screens.snippets(),
        *screens.viewsets(registered),
        *screens.undeclared(registered),
    ]


class BrokenPlugins(SystemCheckError):
    """Plugins break the contract; manage.py prints it as a list."""


def require_sound_contract() -> None:
    """BrokenPlugins, with every message, unless all plugins keep the contract.

    For servers, which start without running the system checks, and for the addresses.
    """
    serious = [m for m in contract_messages() if m.is_serious()]
    if serious:
        raise BrokenPlugins("\n".join(str(message) for message in serious))


def require_sound_plugins() -> None:
    """The same, with what can only be said once the addresses are read."""
    require_sound_contract()
    serious = [m for m in screen_messages() if m.is_serious()]
    if serious:
        raise BrokenPlugins("\n".join(str(message) for message in serious))
