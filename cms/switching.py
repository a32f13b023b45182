"""What switching a plugin would do at a site: worked out, nothing read or written.

The switch itself and a dry run ask the same function, so that they cannot differ.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from cms.plugins import installed_plugins, plugin_of


class Refusal(StrEnum):
    """Why a plugin cannot be switched so."""

    UNKNOWN = "unknown"
    AUDIENCE = "audience"
    ALWAYS_ON = "always_on"
    NEEDED = "needed"


@dataclass(frozen=True)
class Plan:
    """What one switch would do: which labels, in which order, or why not.

    `switched` is empty where it is so already. `others` are the labels that stand in
    the way of a refused switch: what needs it, or what it requires and cannot have.
    """

    label: str
    turn_on: bool
    switched: tuple[str, ...] = ()
    refusal: Refusal | None = None
    others: tuple[str, ...] = ()

    @property
    def with_it(self) -> tuple[str, ...]:
        """Labels that are switched with it, because it requires them."""
        return tuple(label for label in self.switched if label != self.label)

    @property
    def words(self) -> str:
        """Why not, in the reader's words; empty where nothing is refused."""
        return refusal_words(self.refusal, self.label, self.others)


def plan_switch(*, on: AbstractSet[str], kind: str, label: str, turn_on: bool) -> Plan:
    """The plan for a site of `kind` at which the plugins `on` are on."""
    if label not in installed_plugins():
        return Plan(label, turn_on, refusal=Refusal.UNKNOWN)
    if turn_on:
        return _plan_on(on, kind, label)
    return _plan_off(on, label)


def _plan_on(on: AbstractSet[str], kind: str, label: str) -> Plan:
    missing = tuple(dict.fromkeys(_missing(label, on)))
    unfit = tuple(x for x in missing if not _suits(x, kind))
    if unfit:
        # Where it does not belong itself, what it requires is no matter.
        others = (label,) if label in unfit else unfit
        return Plan(label, True, refusal=Refusal.AUDIENCE, others=others)
    return Plan(label, True, switched=missing)


def _plan_off(on: AbstractSet[str], label: str) -> Plan:
    plugins = installed_plugins()
    if plugins[label].always_on:
        return Plan(label, False, refusal=Refusal.ALWAYS_ON)
    if label not in on:
        return Plan(label, False)
    needing = tuple(x for x in plugins if x in on and label in plugins[x].requires)
    if needing:
        return Plan(label, False, refusal=Refusal.NEEDED, others=needing)
    return Plan(label, False, switched=(label,))


def _missing(label: str, on: AbstractSet[str]) -> Iterator[str]:
    """What is required comes first, itself last; what is on has what it requires."""
    if label in on:
        return
    for required in installed_plugins()[label].requires:
        yield from _missing(required, on)
    yield label


def _suits(label: str, kind: str) -> bool:
    return installed_plugins()[label].audience.suits(kind)


def name_of(label: str) -> str:
    """The plugin's name in the reader's language; its label where it is gone."""
    plugin = plugin_of(label)
    return str(plugin.verbose_name) if plugin else label


def names_of(labels: Sequence[str]) -> str:
    """Their names, one after another."""
    return ", ".join(name_of(label) for label in labels)


def refusal_words(refusal: str | None, label: str, others: Sequence[str]) -> str:
    """Why not, and what to do about it; empty where nothing is refused."""
    if refusal == Refusal.UNKNOWN:
        return _("There is no plugin called “%(label)s”.") % {"label": label}
    if refusal == Refusal.AUDIENCE:
        return _("“%(plugin)s” is not made for this kind of site.") % {
            "plugin": names_of(others)
        }
    if refusal == Refusal.ALWAYS_ON:
        return _("“%(plugin)s” is always on.") % {"plugin": name_of(label)}
    if refusal == Refusal.NEEDED:
        return _(
            "“%(plugin)s” is needed by: %(others)s. First switch off what needs it."
        ) % {"plugin": name_of(label), "others": names_of(others)}
    return ""
