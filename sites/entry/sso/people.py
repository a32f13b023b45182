"""Whom a council's word lets in: people who were invited to its own service."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.http import HttpRequest

from cms.admin.place import role_pairs
from sites.entry.models import IdentityProvider
from sites.entry.sso.provider import link_name
from sites.people.models import User


class Refused(Exception):
    """The council vouches for somebody who may not come in here by its word."""


def person_for(claims: dict[str, Any], row: IdentityProvider) -> User:
    """The person whom these claims of the council's sign-in let in; Refused for none.

    The first time the e-mail address finds them, which the council must have verified;
    from then on the council's own number for them does.
    """
    email = verified_email(claims)
    if not row.covers(email):
        raise Refused
    user = linked(claims, row) or _by_address(email, row)
    if not may_enter(user, row):
        raise Refused
    return user


def verified_email(claims: dict[str, Any]) -> str:
    """The address that the council says it has verified; Refused where it does not.

    Microsoft Entra has no `email_verified`; its `xms_edov` says that the domain's owner
    has confirmed the address.
    """
    email = str(claims.get("email") or "").strip()
    said = (claims.get("email_verified"), claims.get("xms_edov"))
    if not email or not any(_is_true(value) for value in said):
        raise Refused
    return email


def may_enter(user: User, row: IdentityProvider) -> bool:
    """Whether the council's word is enough for this person.

    They hold a role at the council's own service, and at no other. Whoever runs the
    council's sign-in can sign in there as anybody; a session, once open, is the
    person's at every service where they work. So the word of one council must not open
    another's casework: such people use their own password and second factor.
    """
    sites = {site_id for site_id, _role in role_pairs(user)}
    return user.is_active and not user.is_superuser and sites == {row.site_id}


def must_come_by_council(user: User) -> bool:
    """Whether no other way in counts for this person: their council says so.

    At whichever service they try it: a session, once open, is good at their own. Only
    for people whom its sign-in can let in: nobody is left without a way.
    """
    theirs = {site_id for site_id, _role in role_pairs(user)}
    rows = IdentityProvider.objects.filter(
        site__in=theirs, is_on=True, is_only_way=True
    )
    return any(row.covers(user.email) and may_enter(user, row) for row in rows)


def has_outgrown_council(request: HttpRequest) -> bool:
    """Whether the session was opened by a council for fewer services than it opens now.

    The person has been given a role elsewhere since: see `may_enter`.
    """
    user = request.user
    records = get_authentication_records(request, user)
    vouched = {
        str(record.get("provider", "")).partition("-")[0]
        for record in records
        if record.get("method") == "socialaccount"
    }
    return bool(vouched) and not vouched.issuperset(
        str(site_id) for site_id, _role in role_pairs(user)
    )


def linked(claims: dict[str, Any], row: IdentityProvider) -> User | None:
    """The person whom this council's sign-in has brought before under this number."""
    links = SocialAccount.objects.filter(provider=link_name(row), uid=claims["sub"])
    link = links.select_related("user").first()
    return link.user if link else None


@transaction.atomic
def link(user: User, claims: dict[str, Any], row: IdentityProvider) -> SocialAccount:
    """Remember the council's number for this person; nothing else of what it said."""
    made, _new = SocialAccount.objects.get_or_create(
        provider=link_name(row), uid=claims["sub"], defaults={"user": user}
    )
    return made


def _by_address(email: str, row: IdentityProvider) -> User:
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        raise Refused
    # Somebody else of the council has come in under this address before: it was given
    # to a new colleague, who is not the person that was invited.
    if SocialAccount.objects.filter(provider=link_name(row), user=user).exists():
        raise Refused
    return user


def _is_true(value: Any) -> bool:
    return value is True or value in (1, "1", "true")
