"""Invite people to work at a site: a link by mail, used once, by whom it was meant for.

An account that exists is never touched: its owner signs in and accepts as themselves.
"""

import datetime as dt
import hashlib
import secrets
from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import lazy
from django.views.decorators.debug import sensitive_variables
from wagtail.log_actions import log
from wagtail.models import Site

from cms.mail import queue_mail, site_url
from cms.models import OutboundEmail
from cms.privacy import blind_index
from cms.roles import Role
from sites.memberships import grant
from sites.models import Membership
from sites.people.models import User
from sites.staff.models import VALID_FOR, Invitation
from sites.staff.refusals import (
    ForSomebodyElse,
    HasAccount,
    HasManager,
    InvitationClosed,
    InvitedAlready,
    InvitedOften,
    WorksHere,
)
from sites.staff.roles import check_roles, has_manager, lock_staff, managing_role

TEMPLATE = "staff/invitation"
AN_HOUR = dt.timedelta(hours=1)
MAILS_AN_HOUR = 4


@sensitive_variables("email", "first_name", "last_name", "token")
@transaction.atomic
def invite(
    *,
    site: Site,
    by: Any,
    email: str,
    first_name: str,
    last_name: str = "",
    roles: Iterable[str],
    language: str,
) -> Invitation:
    """Ask somebody by mail to work at `site`. A StaffRefusal says why not.

    `language` is that of the mail: "cy", "en", or "both" where it is not known.
    """
    chosen = check_roles(site, roles)
    lock_staff(site)
    if Membership.objects.filter(site=site, user__email__iexact=email).exists():
        raise WorksHere
    if _open_invitations(site).filter(email_index=blind_index(email)).exists():
        raise InvitedAlready
    token = secrets.token_urlsafe(32)
    now = timezone.now()
    invitation = Invitation.objects.create(
        site=site,
        email=email.strip(),
        first_name=first_name.strip(),
        last_name=last_name.strip(),
        roles=chosen,
        language=language,
        invited_by=by,
        token_hash=_hash(token),
        sent_at=now,
        expires_at=now + VALID_FOR,
    )
    _mail(invitation, token)
    log(invitation, "staff.invited", user=by, data={"roles": chosen})
    return invitation


@transaction.atomic
def invite_first_manager(*, site: Site, by: Any, **person: Any) -> Invitation:
    """Invite who will look after a service that has nobody yet; HasManager otherwise.

    For the network's administrators: from then on the service looks after itself. Asked
    again for the same address, it sends the same invitation again.
    """
    lock_staff(site)
    if has_manager(site):
        raise HasManager
    role = managing_role(site)
    same = _open_invitations(site).filter(email_index=blind_index(person["email"]))
    for invitation in same:
        if role in invitation.roles:
            return send_again(invitation=invitation, by=by)
    return invite(site=site, by=by, roles=[role], **person)


@sensitive_variables("token")
@transaction.atomic
def send_again(*, invitation: Invitation, by: Any) -> Invitation:
    """A fresh link and seven days more; the old link no longer works."""
    locked = _locked(invitation)
    if locked.accepted_at or locked.withdrawn_at:
        raise InvitationClosed
    token = secrets.token_urlsafe(32)
    locked.token_hash = _hash(token)
    locked.sent_at = timezone.now()
    locked.expires_at = locked.sent_at + VALID_FOR
    locked.save(update_fields=["token_hash", "sent_at", "expires_at"])
    _mail(locked, token)
    log(locked, "staff.invited_again", user=by)
    return locked


@transaction.atomic
def withdraw(*, invitation: Invitation, by: Any) -> Invitation:
    """Take an invitation back: its link no longer works."""
    locked = _locked(invitation)
    if locked.accepted_at or locked.withdrawn_at:
        raise InvitationClosed
    locked.withdrawn_at = timezone.now()
    locked.save(update_fields=["withdrawn_at"])
    log(locked, "staff.invitation_withdrawn", user=by)
    return locked


def find_invitation(*, site: Site, token: str) -> Invitation | None:
    """The invitation with this token, if it is to this site."""
    rows = Invitation.objects.select_related("invited_by", "site")
    return rows.filter(site=site, token_hash=_hash(token)).first()


def account_of(invitation: Invitation) -> User | None:
    """The account with the invited address, if there is one."""
    return User.objects.filter(email__iexact=invitation.email).first()


@transaction.atomic
def accept(*, invitation: Invitation, user: Any) -> None:
    """Give the invited person, who is signed in, the roles; a StaffRefusal if not."""
    locked = _locked(invitation)
    if user.email.casefold() != locked.email.casefold():
        raise ForSomebodyElse
    _give_roles(locked, user)


@sensitive_variables("password", "first_name", "last_name")
@transaction.atomic
def accept_with_new_account(
    *,
    invitation: Invitation,
    first_name: str,
    last_name: str,
    password: str,
    language: str,
) -> User:
    """Make the invited person's account and give it the roles; HasAccount if there."""
    locked = _locked(invitation)
    if not locked.is_open:
        raise InvitationClosed
    if account_of(locked):
        raise HasAccount
    try:
        with transaction.atomic():
            user = User.objects.create_user(
                locked.email,
                password,
                first_name=first_name,
                last_name=last_name,
                preferred_language=language,
            )
    except IntegrityError as error:  # Made meanwhile, by another site's invitation.
        raise HasAccount from error
    _give_roles(locked, user)
    return user


def _give_roles(invitation: Invitation, user: Any) -> None:
    if not invitation.is_open:
        raise InvitationClosed
    for role in check_roles(invitation.site, invitation.roles):
        grant(user=user, site=invitation.site, role=role, by=invitation.invited_by)
    invitation.accepted_at = timezone.now()
    invitation.accepted_by = user
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    log(invitation, "staff.invitation_accepted", user=user)


def _open_invitations(site: Site) -> Any:
    return Invitation.objects.filter(site=site, accepted_at=None, withdrawn_at=None)


def _locked(invitation: Invitation) -> Invitation:
    rows = Invitation.objects.select_related("site", "invited_by")
    return rows.select_for_update(of=("self",)).get(pk=invitation.pk)


def _mail(invitation: Invitation, token: str) -> None:
    """In their language; in both, each with its own link, where it is not known.

    InvitedOften where the address had its fill: nobody's mailbox is flooded from here.
    """
    site = invitation.site
    recently = OutboundEmail.objects.filter(
        to_index=blind_index(invitation.email),
        template=TEMPLATE,
        created_at__gt=timezone.now() - AN_HOUR,
    )
    if recently.count() >= MAILS_AN_HOUR:
        raise InvitedOften
    queue_mail(
        site=site,
        to=invitation.email,
        template=TEMPLATE,
        language=_language_of(invitation),
        context={
            "first_name": invitation.first_name,
            "by": str(invitation.invited_by or ""),
            "roles": [role.label for role in Role if role in invitation.roles],
            "expires_on": timezone.localdate(invitation.expires_at),
            "url": lazy(lambda: site_url(site, invitation_path(token)), str)(),
        },
    )


def _language_of(invitation: Invitation) -> str:
    """What they prefer, where they have an account; else what the manager knows."""
    account = account_of(invitation)
    return account.preferred_language if account else invitation.language


def invitation_path(token: str) -> str:
    """The path of the page to which the link leads, in the language in use."""
    return reverse("authorities:invitation", args=[token])


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
