"""Make the national hub: once an installation, before any service."""

from dataclasses import dataclass

from django.db import transaction
from wagtail.models import Site

from cms.models import SiteProfile
from sites.provisioning.asking import CannotCreate, require_possible
from sites.provisioning.creating import make_whole
from sites.provisioning.new import NewService
from sites.staff.invitations import invite_first_manager
from sites.staff.refusals import HasManager

PREFIX = "HUB"


@dataclass(frozen=True, kw_only=True)
class Administrator:
    """Who looks after the network first; everybody else is invited on its screens."""

    email: str
    first_name: str = ""


def create_hub(new: NewService, *, administrator: Administrator) -> tuple[Site, bool]:
    """The hub, and whether it was made now; all of it or nothing.

    One that stands is left as it is. Its first administrator is invited, and again as
    long as nobody has accepted. CannotCreate says what stands in the way.
    """
    site = hub_site()
    if site is not None and site.hostname != new.hostname:
        raise CannotCreate(f"The hub stands already, at {site.hostname}.")
    made = site is None
    with transaction.atomic():
        if site is None:
            require_possible(new, manager=administrator.email)
            site, _dead_links = make_whole(new)
        _invite(site, administrator)
    return site, made


def hub_site() -> Site | None:
    """The hub's site; None before it is made."""
    hubs = Site.objects.filter(profile__kind=SiteProfile.Kind.HUB)
    return hubs.select_related("root_page", "profile").first()


def _invite(site: Site, administrator: Administrator) -> None:
    email = administrator.email
    try:
        invite_first_manager(
            site=site,
            by=None,
            email=email,
            first_name=administrator.first_name or email.partition("@")[0],
            language="both",
        )
    except HasManager:
        return
