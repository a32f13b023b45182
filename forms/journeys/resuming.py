"""Bring people back to their draft by a mailed link that works once."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from cms.mail import queue_mail
from forms.journeys.drafts import SAVED_LIFE, open_elsewhere
from forms.journeys.keeping import keeping_token
from forms.journeys.models import Draft, ResumeLink
from forms.journeys.reaching import writing_language

Address = Callable[[str, str], str]
"""Makes the absolute address of a screen, by its name, for a token."""


class LinkUsed(Exception):
    """The link has brought somebody back before."""


@sensitive_variables("to")
@transaction.atomic
def mail_link(
    *, draft: Draft, to: str, language: str, address: Address, young: bool = False
) -> None:
    """Queue a mail with a link to the draft, and keep the draft as long as the link.

    `language` is the one they read: the mail goes in it unless they chose another.
    """
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    locked.saved_to = to
    locked.language = language
    locked.expires_at = timezone.now() + SAVED_LIFE
    locked.save()
    write_to(locked, template="journeys/resume", address=address, young=young)


@sensitive_variables()
def write_to(draft: Draft, *, template: str, address: Address, young: bool) -> None:
    """Queue a mail of ours about a saved draft: a new link to it, and how to end it."""
    queue_mail(
        site=draft.site,
        to=draft.saved_to,
        template=template,
        language=writing_language(draft.answers, draft.language),
        context={
            "url": address("resume", new_link(draft, expires_at=draft.expires_at)),
            "expires_on": timezone.localdate(draft.expires_at),
            "keeping_url": address("reminder", keeping_token(draft)),
            "draft": draft.row_key.hex,  # Deleting the answers finds the mail by it.
            "young": young,
        },
    )


@sensitive_variables()
def new_link(draft: Draft, *, expires_at: datetime) -> str:
    """Make a link to the draft; returns its token, of which we keep the hash."""
    token = secrets.token_urlsafe(32)
    ResumeLink.objects.create(
        site=draft.site,
        kind=draft.kind,
        draft=draft,
        token_hash=_hash(token),
        expires_at=expires_at,
    )
    return token


def find_link(
    *, site: Site, kind: str, door: str = "", token: str
) -> ResumeLink | None:
    """The link with this token, if it is one of this site's journey."""
    link = (
        ResumeLink.objects.select_related(
            "draft", "draft__receipt", "draft__form_version"
        )
        .filter(site=site, kind=kind, token_hash=_hash(token))
        .first()
    )
    # Whose draft is gone leads nowhere, by whichever door: it says so at each.
    elsewhere = link and link.draft and link.draft.door != door
    return None if elsewhere else link


@transaction.atomic
def follow(link: ResumeLink) -> str:
    """Use the link up and return the browser's key. A second time raises LinkUsed."""
    unused = ResumeLink.objects.filter(pk=link.pk, used_at=None)
    if link.draft is None or not unused.update(used_at=timezone.now()):
        raise LinkUsed
    return open_elsewhere(link.draft)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
