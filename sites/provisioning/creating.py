"""Make a whole service from the register: once, in one transaction, and look at it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.activation import remembered
from cms.indexing import indexed_at_the_end
from cms.starter import start_site
from sites.models import Authority, HostAlias, Service, ServiceRoot
from sites.provisioning.approving import settle_approval
from sites.provisioning.asking import Asked, CannotCreate, fill_in, require_possible
from sites.provisioning.making import provision_service
from sites.provisioning.new import NewService
from sites.provisioning.readback import Readback, read_back
from sites.provisioning.workflow import workflow_of
from sites.staff.invitations import invite_first_manager


class State(StrEnum):
    """What became of a service that was asked for."""

    MADE = "made"
    MENDED = "mended"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Outcome:
    """A service, what was done to it, and what was then found in the database."""

    state: State
    site: Site
    readback: Readback
    dead_links: frozenset[str] = field(default_factory=frozenset)


def create_service(asked: Asked, *, by: Any = None) -> Outcome:
    """Make the service that is asked for, if it is not there; all of it or nothing.

    One that stands is left as it is: asking again changes nothing. CannotCreate says
    what stands in the way, a service of this authority that differs included.
    """
    site = service_site(asked.authority)
    if site is not None:
        require_the_same(asked, site)
        state = State.MENDED if _mend(site) else State.UNCHANGED
        return Outcome(state, site, read_back(site))
    try:
        site, dead = _make(asked, by)
    except IntegrityError as error:
        # The database has refused what two people asked for at one time.
        words = _("Somebody else has just made it, or taken its host name. Try again.")
        raise CannotCreate(words) from error
    return Outcome(State.MADE, site, read_back(site), frozenset(dead))


@transaction.atomic
def _make(asked: Asked, by: Any) -> tuple[Site, set[str]]:
    new = fill_in(asked)
    require_possible(new, manager=asked.manager)
    site, dead = make_whole(new, by=by)
    if asked.manager:
        invite_first_manager(
            site=site,
            by=by,
            email=asked.manager,
            first_name=asked.manager_name or asked.manager.partition("@")[0],
            language="both",
        )
    return site, dead


@transaction.atomic
def make_whole(new: NewService, *, by: Any = None) -> tuple[Site, set[str]]:
    """The frame and its starter pages; the site, and the links that led nowhere."""
    with indexed_at_the_end():
        site = provision_service(new, by=by)
        with remembered(among=[site.pk]):
            return site, start_site(site)


def service_site(authority: Authority) -> Site | None:
    """The site of the authority's service; None where it has none."""
    found = Service.objects.filter(authority=authority)
    service = found.select_related("site__root_page", "site__profile").first()
    return service.site if service else None


def require_the_same(asked: Asked, site: Site) -> None:
    """CannotCreate where the service that stands is another than what is asked for."""
    new = fill_in(asked)
    service = Service.objects.get(site=site)
    aliases = HostAlias.objects.filter(site=site).values_list("hostname", flat=True)
    pairs = [
        (asked.host, new.hostname, [site.hostname, *aliases]),
        (asked.welsh_host, new.welsh_host, [site.hostname, *aliases]),
        (asked.english_host, new.english_host, [site.hostname, *aliases]),
        (asked.first_language, new.default_language, [site.profile.default_language]),
        (asked.name_en, new.name_en, [service.name_en]),
        (asked.name_cy, new.name_cy, [service.name_cy]),
        (asked.prefix, new.reference_prefix, [site.profile.reference_prefix]),
    ]
    other = [wanted for asks, wanted, has in pairs if asks and wanted not in has]
    if other:
        raise CannotCreate(
            _(
                "%(authority)s has a service already, at %(host)s, and it differs from"
                " what you ask for (%(wanted)s). A service is not made twice: change"
                " it in its settings, or leave these out."
            )
            % {
                "authority": asked.authority,
                "host": site.hostname,
                "wanted": ", ".join(other),
            }
        )


def _mend(site: Site) -> bool:
    """Give an older service what new ones get; whether there was anything to give."""
    root = ServiceRoot.objects.ancestor_of(site.root_page).get()
    if workflow_of(root):
        return False
    service = Service.of(site)
    settle_approval(site, manager_approves=bool(service and service.manager_approves))
    return True
