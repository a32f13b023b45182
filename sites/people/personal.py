"""Whose data accounts hold: colleagues', at every service where they work."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.privacy import Care, Kept, PersonalData, Search, acts
from sites.people.models import User

NEEDED = _(
    "It is how they sign in, here or at another service. It goes once they work nowhere"
    " any more."
)


def _accounts(search: Search) -> QuerySet[Any]:
    person = search.person
    here = User.objects.filter(memberships__site=person.site)
    named = [user.pk for user in here if person.is_called(user.get_full_name())]
    asked = Q(email__iexact=person.email.strip()) if person.email.strip() else Q()
    return here.filter(Q(pk__in=named) | asked if asked else Q(pk__in=named))


def _needed(_user: Any) -> Kept:
    return Kept(NEEDED)


ACCOUNTS = PersonalData(
    model="people.User",
    title=_("Account of a colleague"),
    fields={
        "first_name": Care.GIVE,
        "last_name": Care.GIVE,
        "email": Care.GIVE,
        "preferred_language": Care.GIVE,
        "date_joined": Care.GIVE,
    },
    find=_accounts,
    site="memberships__site",
    correctable=["first_name", "last_name"],
    kept=_needed,
)
EVERYTHING = [
    ACCOUNTS,
    acts("people.User_groups", "user"),
    acts("people.User_user_permissions", "user"),
]
