"""For which plugins a test is made, and the places where it looks at them."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Site

from cms.activation import enable
from cms.plugins import Audience, Plugin, installed_plugins
from cms.testing.contract import having

LANGUAGES = ("en", "cy")

Test = Callable[..., None]


def for_plugins_with(*names: str) -> Callable[[Test], Test]:
    """Make this test only for plugins that declare or have all these things."""

    def mark(test: Test) -> Test:
        test.asks_for = names  # type: ignore[attr-defined]  # read again below
        return test

    return mark


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each plugin that the module's PLUGINS names and that it is about."""
    if "plugin" not in metafunc.fixturenames:
        return
    names = getattr(metafunc.function, "asks_for", ())
    labels = [
        label
        for label in metafunc.module.PLUGINS
        if all(_has(installed_plugins()[label], name) for name in names)
    ]
    metafunc.parametrize(
        "plugin", [installed_plugins()[label] for label in labels], ids=labels
    )


def _has(plugin: Plugin, name: str) -> bool:
    found: Any = getattr(having, name, None)
    return bool(found(plugin) if found else getattr(plugin, name))


@pytest.fixture
def site(plugin: Plugin, make_site: Callable[..., Site]) -> Site:
    """A service of the kind for which the plugin is made, where it is on."""
    return _on(plugin, make_site(_kind(plugin), "gwynedd"))


@pytest.fixture
def other_site(plugin: Plugin, make_site: Callable[..., Site], site: Site) -> Site:
    """Another one, whose rows are no business of the first; the plugin is on too.

    There is one hub: beside it stands a service, where its plugins are never on.
    """
    other = make_site("local", "devon")
    return other if _kind(plugin) == "hub" else _on(plugin, other)


def _kind(plugin: Plugin) -> str:
    return "hub" if plugin.audience == Audience.HUB else "local"


def _on(plugin: Plugin, site: Site) -> Site:
    enable(site=site, label=plugin.label)
    return site
