"""Bring people back to their draft by a mailed link that works once."""

import hashlib
import secrets
from collections.abc import Callable

from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from cms.mail import queue_mail
from forms.journeys.drafts import SAVED_LIFE, open_elsewhere
from forms.journeys.models import Draft, ResumeLink
from forms.journeys.reaching import writing_language


class LinkUsed(Exception):
    """The link has brought somebody back before."""


@sensitive_variables("to")
@transaction.atomic
def mail_link(
    *,
    draft: Draft,
    to: str,
    language: str,
    address: Callable[[str], str],
    young: bool = False,
) -> ResumeLink:
    """Queue a mail with a link to the draft, and keep the draft as long as the link.

    `language` is the one they read: the mail goes in it unless they chose another.
    `address` makes the absolute address of the page for a token.
    """
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    token = secrets.token_urlsafe(32)
    expires_at = timezone.now() + SAVED_LIFE
    link = ResumeLink.objects.create(
        site=locked.site,
        kind=locked.kind,
        draft=locked,
        token_hash=_hash(token),
        expires_at=expires_at,
    )
    locked.saved_to = to
    locked.language = language
    locked.expires_at = expires_at
    locked.save()
    queue_mail(
        site=locked.site,
        to=to,
        template="journeys/resume",
        language=writing_language(locked.answers, language),
        context={
            "url": address(token),
            "expires_on": timezone.localdate(expires_at),
            "young": young,
        },
    )
    return link


def find_link(*, site: Site, kind: str, token: str) -> ResumeLink | None:
    """The link with this token, if it is one of this site's journey."""
    return (
        ResumeLink.objects.select_related("draft", "draft__receipt")
        .filter(site=site, kind=kind, token_hash=_hash(token))
        .first()
    )


@transaction.atomic
def follow(link: ResumeLink) -> str:
    """Use the link up and return the browser's key. A second time raises LinkUsed."""
    unused = ResumeLink.objects.filter(pk=link.pk, used_at=None)
    if link.draft is None or not unused.update(used_at=timezone.now()):
        raise LinkUsed
    return open_elsewhere(link.draft)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
