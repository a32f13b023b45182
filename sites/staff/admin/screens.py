"""What stands in front of the People screens: the site's managers and nobody else."""

from typing import Any

from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.admin import roles_at
from cms.admin.features.screens import Screen, may_roll_out
from cms.roles import STAFF_ROLES
from sites.staff.queries import Person, person_at


def may_look_after_people(user: Any, site: Site | None) -> bool:
    """Whether the person invites, changes and removes the people of `site`."""
    return site is not None and bool(roles_at(user, site) & STAFF_ROLES)


def may_look_after_all(user: Any, site: Site | None) -> bool:
    """Whether the person, at the hub, invites the first manager of any service."""
    if site is None or not hasattr(site, "profile"):
        return False
    return site.profile.is_hub and may_roll_out(user, site)


class StaffScreen(Screen):
    """A screen about the people of the host's site."""

    header_icon = "group"
    may_open = may_look_after_people
    above = [("staff", _("People"))]
    kwargs: dict[str, Any]

    @cached_property
    def person(self) -> Person:
        """The person that the address names; 404 unless they work here."""
        found = person_at(self.site, self.kwargs["pk"])
        if found is None:
            raise Http404
        return found


class AllServicesScreen(Screen):
    """A screen about the people of every service, at the hub."""

    header_icon = "group"
    may_open = may_look_after_all
