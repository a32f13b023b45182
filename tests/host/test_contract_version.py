"""The contract keeps its promise: a version, a history, and a way for old names out."""

import re

import pytest
from acme_fostering.apps import Fostering
from packaging.version import Version

from cms.blocks import SlotBlock
from cms.plugins import CONTRACT_VERSION, deprecation
from cms.plugins.checks.rules import RULES
from cms.plugins.contract import ATTRIBUTES, METHODS, ROOMS, SLOTS
from cms.plugins.deprecation import DEPRECATED, Renamed
from tests.architecture.sources import ROOT
from tests.host.breaking import messages
from tests.host.contract_history import (
    CLOSED,
    HOSTS,
    declarable,
    history,
    in_the_code,
    page,
    rooms,
    told,
)
from tools.plugin_tables import PAGE, filled

INVENTED = """
## History

### 2.0

Removed:

- `Plugin`: `screens`

### 1.1

Added:

- `Plugin`: `viewsets`, `panels`,
  `slots`
- `cms.admin`: `site_hook`

Deprecated:

- `Plugin`: `screens`

### 1.0

Added:

- `Plugin`: `screens`
"""
CURE = "Raise CONTRACT_VERSION and write it into docs/plugin-contract.md."


def test_the_newest_version_told_is_the_one_the_host_keeps():
    versions = [entry.version for entry in history(page())]

    assert str(versions[0]) == CONTRACT_VERSION
    assert versions == sorted(versions, reverse=True)


def test_the_contract_has_the_names_that_its_history_tells():
    known, there = told(history(page())), in_the_code()

    assert sorted(there - known) == [], CURE
    assert sorted(known - there) == [], CURE


def test_every_room_is_open_to_plugins_or_closed_for_a_reason():
    assert rooms() == {*ROOMS} | CLOSED


def test_the_class_offers_what_the_contract_says():
    of_every_app = {"verbose_name"}

    assert declarable() == {*ATTRIBUTES, *METHODS, *HOSTS} - of_every_app


def test_the_places_to_fill_are_those_that_are_drawn():
    drawn = {
        name
        for folder in ("cms", "sites")
        for file in (ROOT / folder).rglob("*.html")
        for name in re.findall(r'plugin_slot "(\w+)"', file.read_text("utf-8"))
    }
    in_blocks = {
        name for name, _words in SlotBlock().child_blocks["name"].field.choices
    }

    assert drawn | in_blocks - {""} == {*SLOTS}


def broken_promises(entries):
    """Names that a version took away without warning, or not in a first number."""
    found, deprecated = [], set()
    for entry in reversed(entries):
        for name in entry.names["Removed"]:
            if entry.version.minor or name not in deprecated:
                found.append((str(entry.version), name))
        deprecated |= entry.names["Deprecated"]
    return found


def test_nothing_is_taken_away_without_warning():
    assert broken_promises(history(page())) == []
    assert broken_promises(history(INVENTED)) == []

    hasty = INVENTED.replace("\nDeprecated:\n\n- `Plugin`: `screens`\n", "")
    minor = INVENTED.replace("### 2.0", "### 1.2")
    for text, version in ((hasty, "2.0"), (minor, "1.2")):
        assert broken_promises(history(text)) == [(version, "Plugin.screens")]


def test_a_history_is_read_version_by_version():
    entries = history(INVENTED)

    assert [str(entry.version) for entry in entries] == ["2.0", "1.1", "1.0"]
    assert told(entries) == {
        "Plugin.viewsets",
        "Plugin.panels",
        "Plugin.slots",
        "cms.admin.site_hook",
    }


def test_every_old_name_is_told_still_works_and_is_not_overdue():
    now = Version(CONTRACT_VERSION)
    deprecated = {n for entry in history(page()) for n in entry.names["Deprecated"]}
    for renamed in DEPRECATED:
        assert f"Plugin.{renamed.old}" in deprecated
        assert renamed.new in ATTRIBUTES
        assert renamed.old not in ATTRIBUTES
        assert Version(renamed.since) <= now < Version(renamed.gone_in)


@pytest.fixture
def screens_were_renamed(monkeypatch):
    """As if `viewsets` had been called `screens` in the first version."""
    renamed = Renamed(old="screens", new="viewsets", since="1.4", gone_in="2.0")
    monkeypatch.setattr(deprecation, "DEPRECATED", (renamed,))


def test_an_old_name_still_works_and_a_warning_says_what_to_write(screens_were_renamed):
    class Old(Fostering):
        screens = ("admin.FosteringInbox",)

    found = messages(screens=("admin.FosteringInbox",))

    assert Old.viewsets == ("admin.FosteringInbox",)
    assert [(m.id, m.is_serious()) for m in found] == [("cms.W001", False)]
    assert "“fostering” declares `screens`, which is called `viewsets` since" in (
        found[0].msg
    )
    assert "1.4 of the contract and is gone in 2.0" in found[0].msg
    assert found[0].hint == RULES["cms.W001"].cure


def test_the_new_name_wins_where_a_plugin_supports_both(screens_were_renamed):
    class Both(Fostering):
        screens = ("admin.Old",)
        viewsets = ("admin.FosteringInbox",)

    assert Both.viewsets == ("admin.FosteringInbox",)


def test_an_old_name_is_unknown_once_it_is_gone():
    [message] = messages(screens=("admin.FosteringInbox",))

    assert message.id == "cms.E013"


def test_the_page_of_checks_and_hooks_says_what_the_code_does():
    text = PAGE.read_text("utf-8")

    assert text == filled(text), "Run `python -m tools.plugin_tables`."
    assert all(f"| `{rule}` |" in text for rule in RULES)


def test_every_rule_is_broken_on_purpose_by_a_test():
    tests = "".join(
        file.read_text("utf-8")
        for file in (ROOT / "tests" / "host").glob("test_contract_*.py")
    )

    assert [rule for rule in RULES if rule not in tests] == []
