"""Whose data invitations hold: of those who were asked to work at a service."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.privacy import Care, PersonalData, Search, blind_index
from sites.staff.models import Invitation


def _invitations(search: Search) -> QuerySet[Any]:
    address = blind_index(search.person.email)
    rows = Invitation.objects.filter(site=search.person.site)
    return rows.filter(email_index=address) if address else rows.none()


INVITATIONS = PersonalData(
    model="staff.Invitation",
    title=_("Invitation to work at a service"),
    fields={
        "sent_at": Care.GIVE,
        "first_name": Care.GIVE,
        "last_name": Care.GIVE,
        "email": Care.GIVE,
        "invited_by": Care.OTHERS,
    },
    left_out={"accepted_by": "Their own account, found by itself."},
    labels={"sent_at": _("Invited on"), "invited_by": _("Who invited them")},
    find=_invitations,
)
