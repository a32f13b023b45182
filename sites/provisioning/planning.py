"""What making a list of services would do, worked out without doing it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.models import Site

from sites.provisioning.asking import CannotCreate, fill_in, require_possible
from sites.provisioning.creating import require_the_same, service_site
from sites.provisioning.lists import Entry
from sites.provisioning.new import NewService
from sites.provisioning.prefixes import taken_prefixes


@dataclass(frozen=True)
class Planned:
    """One of the list: what would be made, what stands, or what is in the way."""

    entry: Entry
    new: NewService | None = None
    site: Site | None = None
    reasons: tuple[str, ...] = ()


def plan(entries: Iterable[Entry]) -> list[Planned]:
    """What would become of each, those before it being made."""
    taken = taken_prefixes()
    hosts: dict[str, str] = {}
    return [_planned(entry, taken, hosts) for entry in entries]


def _planned(entry: Entry, taken: set[str], hosts: dict[str, str]) -> Planned:
    asked = entry.asked
    if asked is None:
        return Planned(entry, reasons=entry.reasons)
    site = service_site(asked.authority)
    try:
        if site is not None:
            require_the_same(asked, site)
            return Planned(entry, site=site)
        new = fill_in(asked, taken=taken)
        require_possible(new, manager=asked.manager)
        _require_unlike(new, taken, hosts)
    except CannotCreate as refused:
        return Planned(entry, reasons=tuple(refused.reasons))
    taken.add(new.reference_prefix)
    hosts.update(dict.fromkeys(new.hosts, entry.name))
    return Planned(entry, new=new)


def _require_unlike(new: NewService, taken: set[str], hosts: dict[str, str]) -> None:
    for host in new.hosts:
        if host in hosts:
            words = _("%(host)s is asked for by %(other)s too.")
            raise CannotCreate(words % {"host": host, "other": hosts[host]})
    if new.reference_prefix in taken:
        words = _("The prefix %(prefix)s is asked for twice.")
        raise CannotCreate(words % {"prefix": new.reference_prefix})
