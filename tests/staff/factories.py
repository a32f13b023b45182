"""Invitations as a manager sends them, and what came of people."""

import re
from typing import Any

from django.urls import reverse
from wagtail.models import Site

from cms.mail.rendering import rendered
from cms.models import OutboundEmail
from cms.roles import Role
from sites.models import Membership
from sites.staff.invitations import invite
from sites.staff.models import Invitation

IN_ENGLISH = {"HTTP_ACCEPT_LANGUAGE": "en"}
LIST, INVITE = "/admin/staff/", "/admin/staff/invite/"
PASSWORD = "cath-cwch-crempog"
ACCOUNT = {
    "first_name": "Gwen",
    "last_name": "Ellis",
    "language": "cy",
    "password": PASSWORD,
    "again": PASSWORD,
}
FORM = {
    "email": "gwen@gwynedd.example",
    "first_name": "Gwen",
    "last_name": "",
    "language": "cy",
    "roles": ["coordinator"],
}


def make_invitation(site: Site, by: Any = None, **changes: Any) -> Invitation:
    """Gwen is asked in Welsh to be a coordinator, unless told otherwise."""
    facts = {**FORM, **changes}
    return invite(site=site, by=by, **facts)


def mail_to(address: str) -> OutboundEmail:
    """The newest mail to an address, in its words."""
    found = [mail for mail in OutboundEmail.objects.all() if mail.to == address]
    return rendered(found[0])


def links_in(mail: OutboundEmail) -> list[str]:
    """The invitation's links of a mail, in order."""
    return re.findall(r"http://\S+/(?:invitation|gwahoddiad)/\S+/", mail.text)


def path_of(mail: OutboundEmail) -> str:
    """The path of its first link."""
    return re.sub(r"^http://[^/]+", "", links_in(mail)[0])


def person_url(user: Any) -> str:
    return reverse("staff_person", args=[user.pk])


def remove_url(user: Any) -> str:
    return reverse("staff_remove", args=[user.pk])


def factor_url(user: Any) -> str:
    return reverse("staff_factor", args=[user.pk])


def roles_at(site: Site, user: Any) -> set[str]:
    """The roles of a person at a site, as memberships and groups both have them."""
    rows = Membership.objects.filter(site=site, user=user)
    roles = set(rows.values_list("role", flat=True))
    in_groups = user.groups.filter(role__site=site)
    assert set(in_groups.values_list("role__role", flat=True)) == roles
    return roles


def staff_state(site: Site) -> tuple[Any, ...]:
    """Everything of a site's people that somebody could change."""
    members = Membership.objects.filter(site=site).select_related("user")
    people = [
        (m.pk, m.role, m.user.email, m.user.password, m.user.first_name)
        for m in members.order_by("pk")
    ]
    invitations = Invitation.objects.filter(site=site).order_by("pk")
    asked = [
        (i.pk, i.state, i.token_hash, i.sent_at, tuple(i.roles)) for i in invitations
    ]
    return people, asked


MANAGER, COORDINATOR = Role.MANAGER.value, Role.COORDINATOR.value
