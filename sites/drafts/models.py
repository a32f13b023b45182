"""A secret link to the draft of one page."""

import datetime as dt
import secrets
from collections.abc import Set as AbstractSet
from typing import ClassVar

from django.core.signing import BadSignature, Signer
from django.db import models
from django.utils import timezone
from wagtail.models import Page

from cms.models import SiteOwned
from cms.roles import PAGE_ROLES

DAYS = 14
_signer = Signer(salt="sites.drafts", sep=".")


def new_key() -> str:
    """Sixteen bytes that nobody guesses."""
    return secrets.token_urlsafe(16)


def in_a_fortnight() -> dt.datetime:
    """When a link made now ends."""
    return timezone.now() + dt.timedelta(days=DAYS)


class DraftLink(SiteOwned):
    """Whoever has the address reads the newest draft of the page, until it ends.

    The address is the key with our signature: what lies in the database opens nothing.
    """

    staff_roles: ClassVar[AbstractSet[str]] = PAGE_ROLES

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    ends_at = models.DateTimeField(default=in_a_fortnight)

    def __str__(self) -> str:
        return str(self.page_id)

    @property
    def token(self) -> str:
        """What stands in the address."""
        return _signer.sign(self.key)


def key_of(token: str) -> str | None:
    """The key in an address; None where we did not sign it."""
    try:
        return _signer.unsign(token)
    except BadSignature:
        return None
