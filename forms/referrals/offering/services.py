"""Give an officer a link, take it back; keep what they note by it, once."""

import re
import uuid
from functools import partial
from typing import Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from cms.mail import queue_mail, site_url
from cms.privacy import blind_index
from forms.casework.errors import CaseworkError
from forms.referrals.offering.models import OfferLink, OfferRecord

_TOKEN = re.compile(r"[0-9a-f]{64}")
FACTS = ("considered_on", "explained", "offered", "answer", "age_band", "next_review")


class OnTheList(CaseworkError):
    """Somebody with this address has a link already, perhaps one that was withdrawn."""

    def __init__(self) -> None:
        super().__init__(_("Somebody with this email address is on the list already."))


class LinkClosed(Exception):
    """The link was withdrawn, or a newer one was made, a moment ago."""


class SentBefore(Exception):
    """The same form came before with other answers: it may be about another child."""


@sensitive_variables("name", "email")
@transaction.atomic
def add_link(*, site: Site, by: Any, name: str, email: str) -> OfferLink:
    """Put an officer on the list and mail them their link."""
    link = OfferLink(site=site, made_by=by, name=name.strip(), email=email.strip())
    others = OfferLink.objects.filter(site=site, email_index=blind_index(link.email))
    if others.exists():
        raise OnTheList
    try:
        with transaction.atomic():
            link.save()
    except IntegrityError:  # A colleague was faster.
        raise OnTheList from None
    send_link(link)
    return link


@sensitive_variables()
@transaction.atomic
def send_link(link: OfferLink) -> None:
    """Mail the link as it is. Nobody knows their language: in both, Welsh first."""
    if not link.is_open:
        raise LinkClosed
    queue_mail(
        site=link.site,
        to=link.email,
        template="referrals/offer_link",
        language="both",
        context={"name": link.name, "url": lazy(partial(link_url, link), str)()},
    )
    link.sent_at = timezone.now()
    link.save(update_fields=["sent_at"])


@transaction.atomic
def renew_link(link: OfferLink) -> None:
    """A new link, mailed; the old one is dead, and a withdrawn officer is back."""
    locked = OfferLink.objects.select_for_update().get(pk=link.pk)
    locked.version += 1
    locked.withdrawn_at = None
    locked.save(update_fields=["version", "withdrawn_at"])
    send_link(locked)


@transaction.atomic
def withdraw_link(link: OfferLink) -> None:
    """The link works no longer. What was noted by it stays."""
    rows = OfferLink.objects.filter(pk=link.pk, withdrawn_at=None)
    rows.update(withdrawn_at=timezone.now())


def link_url(link: OfferLink) -> str:
    """The absolute address of the officer's page in the active language."""
    return site_url(link.site, reverse("plugins:referrals:offer", args=[mark_of(link)]))


def mark_of(link: OfferLink) -> str:
    """The token of the address: the row's key, and our mark on it and its version."""
    about = f"{link.site_id}.{link.row_key.hex}.{link.version}"
    mark = salted_hmac("referrals.offering", about, algorithm="sha256").hexdigest()
    return link.row_key.hex + mark[:32]


def find_link(site: Site | None, token: str) -> OfferLink | None:
    """The open link with this token; None for any other, whatever the reason."""
    if site is None or not _TOKEN.fullmatch(token):
        return None
    links = OfferLink.objects.filter(site=site, withdrawn_at=None)
    link = links.filter(row_key=token[:32]).select_related("site").first()
    if link is None or not constant_time_compare(token, mark_of(link)):
        return None
    return link


@transaction.atomic
def keep_offer(*, link: OfferLink, key: uuid.UUID, **facts: Any) -> OfferRecord:
    """Keep what an officer noted, once for one form. `facts` are those of the model."""
    locked = OfferLink.objects.select_for_update().filter(
        pk=link.pk, version=link.version, withdrawn_at=None
    )
    if locked.first() is None:
        raise LinkClosed
    try:
        with transaction.atomic():
            record = OfferRecord.objects.create(link=link, key=key, **facts)
    except IntegrityError:
        record = OfferRecord.objects.get(link=link, key=key)
        if any(getattr(record, name) != facts[name] for name in FACTS):
            raise SentBefore from None
    OfferLink.objects.filter(pk=link.pk).update(last_used_at=timezone.now())
    return record
