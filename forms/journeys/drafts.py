"""Keep answers: begin a draft, find the browser's own, merge the answers of a step."""

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from forms.journeys.declaring import Answers, Step
from forms.journeys.models import Draft, FormVersion
from forms.journeys.timing import seconds_since

UNSAVED_LIFE = timedelta(days=7)
SAVED_LIFE = timedelta(days=30)
CHILDS_LIFE = timedelta(hours=3)
"""Of a form for children: long enough to be called to supper, gone by tomorrow."""
BROWSERS = 5

_SIGNER = signing.Signer(salt="journeys.draft")


class StaleStep(Exception):
    """The step's answers have changed since the page that was posted was shown."""


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A draft and the key that this browser shall keep."""

    draft: Draft
    key: str


@sensitive_variables()
def begin(
    *,
    site: Site,
    kind: str,
    door: str = "",
    language: str,
    started_at: datetime,
    form_version: FormVersion | None = None,
    campaign: str = "",
    life: timedelta = UNSAVED_LIFE,
) -> Opened:
    """Begin a draft, and make the key with which its browser finds it again."""
    draft = Draft(
        site=site,
        kind=kind,
        door=door,
        language=language,
        started_at=started_at,
        form_version=form_version,
        campaign=campaign,
        seconds=seconds_since(started_at),
        expires_at=timezone.now() + life,
    )
    key = _add_browser(draft)
    draft.save(force_insert=True)
    return Opened(draft=draft, key=key)


@sensitive_variables()
def find(*, site: Site, kind: str, door: str = "", key: str) -> Draft | None:
    """The draft that this browser's key opens; None where there is none any more."""
    try:
        row_key, secret = _SIGNER.unsign(key).split(".")
    except (signing.BadSignature, ValueError):
        return None
    draft = (
        Draft.objects.select_related("receipt", "form_version")
        .filter(site=site, kind=kind, door=door, row_key=row_key)
        .filter(expires_at__gt=timezone.now())
        .first()
    )
    if draft is None or not _knows(draft, secret):
        return None
    draft.site = site
    return draft


@transaction.atomic
@sensitive_variables("answers")
def merge(
    *,
    draft: Draft,
    step: Step,
    answers: Answers,
    seen: str,
    language: str,
    void: Iterable[str] = (),
    flags: Iterable[str] = (),
    life: timedelta = UNSAVED_LIFE,
) -> Draft:
    """Keep the answers of one step beside those of all others.

    Raises StaleStep where the step's own answers are no longer those that the posted
    page had shown (`seen`), unless they are already what is posted now. `void` are the
    fields to forget where the answers change, or are given for the first time.
    """
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    own = step.own(locked.answers)
    changed = own != dict(answers)
    if own and changed and not constant_time_compare(seen, fingerprint(own)):
        raise StaleStep
    forgotten = set(void) if changed else set()
    kept = {k: v for k, v in locked.answers.items() if k not in forgotten}
    locked.answers = {**kept, **answers}
    locked.seconds += seconds_since(locked.changed_at)
    locked.language = language
    locked.flags = sorted({*locked.flags, *flags})
    locked.expires_at = max(locked.expires_at, timezone.now() + life)
    locked.save()
    return locked


@transaction.atomic
def open_elsewhere(draft: Draft) -> str:
    """Let another browser open the draft: returns the key that it shall keep."""
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    key = _add_browser(locked)
    locked.save(update_fields=["secret_hashes"])
    return key


def fingerprint(answers: Mapping[str, Any]) -> str:
    """What a page carries to say which answers it had shown, without showing them."""
    listed = repr(sorted(answers.items()))
    return salted_hmac("journeys.seen", listed, algorithm="sha256").hexdigest()[:32]


def _add_browser(draft: Draft) -> str:
    secret = secrets.token_urlsafe(24)
    draft.secret_hashes = [*draft.secret_hashes, _hash(secret)][-BROWSERS:]
    return _SIGNER.sign(f"{draft.row_key.hex}.{secret}")


def _knows(draft: Draft, secret: str) -> bool:
    hashed = _hash(secret)
    return any(constant_time_compare(hashed, known) for known in draft.secret_hashes)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
