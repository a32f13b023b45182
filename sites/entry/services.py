"""What happens to a person's ways in, beyond what they do themselves."""

import datetime as dt
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Site

from cms.mail import OutboundEmail, queue_mail, site_url
from cms.models import RoleGroup
from cms.privacy import blind_index
from sites.entry.language import language_of
from sites.entry.sessions import end_sessions
from sites.entry.words import NEW_ADDRESS, NOTICES
from sites.people.models import User

LINK = "entry/password_link"
NOTICE = "entry/notice"
# A fourth link within the hour says nothing new, and fills somebody's mailbox.
LINKS_AN_HOUR = 3


@transaction.atomic
def forget_factors(*, user: Any, by: Any, site: Site | None = None) -> None:
    """Take away every second factor of somebody who lost theirs; they set up new ones.

    Logged, told to the person by mail, and their open browsers are signed out. `site`
    is the service in whose name the mail is written, else one where they work.
    """
    Authenticator.objects.filter(user=user).delete()
    end_sessions(user)
    log(user, "entry.factors_forgotten", user=by)
    place = site or _site_of(user)
    if place is not None:
        send_notice(site=place, user=user, what=NOTICES["entry/factors_forgotten"])


def send_password_link(*, site: Site, user: Any, uid: str, key: str) -> None:
    """Send the link by which somebody sets a new password."""
    recently = OutboundEmail.objects.filter(
        to_index=blind_index(user.email),
        template=LINK,
        created_at__gt=timezone.now() - dt.timedelta(hours=1),
    )
    if recently.count() >= LINKS_AN_HOUR:
        return
    path = reverse("account_reset_password_from_key", args=[uid, key])
    queue_mail(
        site=site,
        to=user.email,
        template=LINK,
        language=language_of(user),
        context={"name": user.first_name, "link": site_url(site, path)},
    )


@receiver(pre_save, sender=User)
def tell_of_new_address(sender: Any, instance: User, **kwargs: Any) -> None:
    """Whoever runs the installation can change it: the old address hears of it."""
    named = kwargs.get("update_fields")
    if kwargs.get("raw") or not instance.pk or (named and "email" not in named):
        return
    before = User.objects.filter(pk=instance.pk).first()
    if before is None or before.email.casefold() == instance.email.casefold():
        return
    if site := _site_of(instance):
        send_notice(site=site, user=before, what=NEW_ADDRESS)


def send_notice(*, site: Site, user: Any, what: Any) -> None:
    """Tell a person what was changed about their way in, in case it was not they."""
    queue_mail(
        site=site,
        to=user.email,
        template=NOTICE,
        language=language_of(user),
        context={
            "name": user.first_name,
            "what": what,
            "when": timezone.localtime(),
            "reset_link": site_url(site, reverse("account_reset_password")),
        },
    )


def _site_of(user: Any) -> Site | None:
    group = RoleGroup.objects.filter(group__user=user).select_related("site").first()
    return group.site if group else Site.objects.filter(is_default_site=True).first()
