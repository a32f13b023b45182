"""What a plugin requires: it is there, leads to no circle, and can be on beside it."""

from collections.abc import Iterator

from django.core.checks import CheckMessage

from cms.plugins.checks.rules import broken
from cms.plugins.plugin import Plugin
from cms.plugins.registry import installed_plugins

KINDS = ("local", "hub")


def are_installed(plugin: Plugin) -> Iterator[CheckMessage]:
    """Every required label is that of an installed plugin."""
    for label in plugin.requires:
        if label not in installed_plugins():
            yield broken(
                "cms.E005",
                f"Plugin “{plugin.label}” requires “{label}”, which is not installed.",
            )


def lead_to_no_circle(plugin: Plugin) -> Iterator[CheckMessage]:
    """No chain of requirements comes back to where it began."""
    circle = _circle(plugin.label, (plugin.label,))
    if circle:
        chain = " → ".join(f"“{label}”" for label in circle)
        yield broken("cms.E004", f"Plugins require one another in a circle: {chain}.")


def _circle(start: str, path: tuple[str, ...]) -> tuple[str, ...]:
    here = installed_plugins().get(path[-1])
    for label in here.requires if here else ():
        if label == start:
            return (*path, label)
        if label not in path and (found := _circle(start, (*path, label))):
            return found
    return ()


def can_meet(plugin: Plugin) -> Iterator[CheckMessage]:
    """Wherever the plugin can be on, what it requires can be on too."""
    for label in plugin.requires:
        other = installed_plugins().get(label)
        for kind in KINDS if other else ():
            if plugin.audience.suits(kind) and not other.audience.suits(kind):  # type: ignore[union-attr]  # KINDS only where there is one
                yield broken(
                    "cms.E018",
                    f"Plugin “{plugin.label}” can be on at a site of the kind “{kind}”,"
                    f" where “{label}”, which it requires, cannot.",
                )
