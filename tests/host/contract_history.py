"""Read the history of the contract, and what its names are in the code."""

import re
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from django.apps import AppConfig
from packaging.version import Version

from cms.plugins import Plugin
from cms.plugins.contract import ATTRIBUTES, METHODS, ROOMS, SLOTS
from tests.architecture.sources import ROOT

PAGE = ROOT / "docs" / "plugin-contract.md"
KINDS = ("Added", "Deprecated", "Removed")
HOSTS = ("load", "declared_paths")
"""Methods of a plugin that the host calls and no plugin defines."""
CLOSED = {
    "cms.admin.features",  # The screens on which plugins are switched.
    "cms.admin.national",  # The screens of the national texts.
    "cms.blocks",  # A plugin's page takes a stream of them; which there are may change.
    "cms.language.translations",  # The host translates; a plugin's pages take part.
    "cms.national",  # A plugin's starter pages take part without knowing of it.
    "cms.page_cache",  # A plugin's pages are kept without its author doing anything.
    "cms.retirement",  # Done to plugins, by an operator, never by one of them.
    "cms.rollouts",  # The same, at many sites at once.
    "cms.search",  # Every plugin's page is found without its author doing anything.
    "cms.testing.contract",  # Tests: whoever runs them wants the new ones.
}
"""Rooms that export names, but not to plugins."""


@dataclass
class Entry:
    """What one version added, deprecated and removed, as `room.name`."""

    version: Version
    names: dict[str, set[str]] = field(default_factory=dict)


def history(text: str) -> list[Entry]:
    """Every version in the page's history, newest first."""
    _before, _, told = text.partition("\n## History\n")
    return [_entry(part) for part in told.split("\n### ")[1:]]


def _entry(text: str) -> Entry:
    head, _, body = text.partition("\n")
    entry = Entry(Version(head.strip()), {kind: set() for kind in KINDS})
    parts = re.split(rf"^({'|'.join(KINDS)}):$", body, flags=re.MULTILINE)
    for kind, listed in zip(parts[1::2], parts[2::2], strict=True):
        for item in re.findall(r"^- (.*(?:\n  .*)*)", listed, flags=re.MULTILINE):
            room, *names = re.findall("`([^`]+)`", item)
            entry.names[kind] |= {f"{room}.{name}" for name in names}
    return entry


def told(entries: list[Entry]) -> set[str]:
    """The names that the contract has after all its versions."""
    names: set[str] = set()
    for entry in reversed(entries):
        names = (names | entry.names["Added"]) - entry.names["Removed"]
    return names


def in_the_code() -> set[str]:
    """The names that the contract has in the code."""
    own = {f"Plugin.{name}" for name in (*ATTRIBUTES, *METHODS, *HOSTS)}
    slots = {f"slots.{name}" for name in SLOTS}
    return own | slots | exported()


def exported() -> set[str]:
    """What every room that is open to plugins exports."""
    return {f"{room}.{name}" for room in ROOMS for name in import_module(room).__all__}


def rooms() -> set[str]:
    """Every room of the host that exports anything."""
    return {
        ".".join(door.parent.relative_to(ROOT).parts)
        for door in (ROOT / "cms").rglob("__init__.py")
        if "__all__" in door.read_text("utf-8")
    }


def declarable() -> set[str]:
    """What the class itself offers to declare, define or call."""
    return {
        name
        for name in {*vars(Plugin), *Plugin.__annotations__}
        if not name.startswith("_") and name not in vars(AppConfig)
    } - {"default"}


def page() -> str:
    """The page as it is."""
    return Path(PAGE).read_text("utf-8")
