"""Which machine the cases of each kind follow: the one that their inbox names."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from wagtail.models import Site

from cms.plugins import installed_plugins
from forms.casework.machine import Machine
from sites.models import Service


class NoInbox(LookupError):
    """Cases of a kind that no installed plugin has an inbox for."""


@cache
def machines() -> dict[str, Machine]:
    """The machine of every installed inbox, by kind."""
    return {inbox.kind: inbox.machine for _label, inbox in inboxes()}


def inboxes() -> Iterator[tuple[str, Any]]:
    """The inboxes that plugins declare among their viewsets, and whose each is."""
    for label, plugin in installed_plugins().items():
        for path in plugin.viewsets:
            viewset = plugin.load(path)
            for member in getattr(viewset, "items", (viewset,)):  # Of a group.
                if isinstance(getattr(member, "machine", None), Machine):
                    yield label, member


def inbox_of(kind: str) -> Any:
    """The inbox of the cases of this kind; NoInbox where no plugin has one."""
    for _label, inbox in inboxes():
        if inbox.kind == kind:
            return inbox
    raise NoInbox(f"No installed plugin has an inbox of the kind “{kind}”.")


def machine_of(kind: str) -> Machine:
    """The machine of the cases of this kind; NoInbox where no plugin has an inbox."""
    try:
        return machines()[kind]
    except KeyError:
        raise NoInbox(
            f"No installed plugin has an inbox of the kind “{kind}”."
        ) from None


def shows_stages(site: Site, kind: str) -> bool:
    """Whether this inbox shows every stage at `site`, and not the plain steps alone."""
    if not machine_of(kind).has_more_than_steps:
        return False
    service = Service.of(site)
    return bool(service and service.terms_of(kind).detailed_stages)
