"""Templates: those that are declared are there, and none stands in another's folder."""

from collections.abc import Iterator
from pathlib import Path

from django.core.checks import CheckMessage
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import get_template

from cms.plugins.checks.rules import broken
from cms.plugins.contract import SLOTS
from cms.plugins.plugin import Plugin

MAIL_FILES = ("subject.txt", "txt")


def slots(plugin: Plugin) -> Iterator[CheckMessage]:
    """Every slot is a place there is, filled by a template there is."""
    for place, template in plugin.slots.items():
        if place not in SLOTS:
            yield broken(
                "cms.E017",
                f"Plugin “{plugin.label}” fills the slot “{place}”; there is only"
                f" {', '.join(SLOTS)}.",
            )
        yield from _there(plugin, "slots", template)


def mails(plugin: Plugin) -> Iterator[CheckMessage]:
    """Every mail has a subject and a text."""
    for name in plugin.mails:
        for suffix in MAIL_FILES:
            yield from _there(plugin, "mails", f"{plugin.label}/mail/{name}.{suffix}")


def _there(plugin: Plugin, attribute: str, template: str) -> Iterator[CheckMessage]:
    try:
        get_template(template)
    except (TemplateDoesNotExist, TemplateSyntaxError) as error:
        yield broken(
            "cms.E017",
            f"Plugin “{plugin.label}” declares the template “{template}” in"
            f" `{attribute}`: {type(error).__name__}: {error}",
        )


def folders(plugin: Plugin) -> Iterator[CheckMessage]:
    """All its templates stand under templates/<label>/."""
    root = Path(plugin.path) / "templates"
    for entry in sorted(root.iterdir()) if root.is_dir() else ():
        if entry.name != plugin.label:
            yield broken(
                "cms.E023",
                f"Plugin “{plugin.label}” has templates/{entry.name}, which is not its"
                f" own templates/{plugin.label}/.",
            )
