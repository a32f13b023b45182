"""Invite somebody to the next part of what they sent, by a link mailed to them."""

from collections.abc import Sequence
from types import MappingProxyType

from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from cms.mail import site_url
from forms.journeys.declaring import Answers, Journey
from forms.journeys.drafts import SAVED_LIFE
from forms.journeys.finding import page_of
from forms.journeys.models import Draft
from forms.journeys.questions.services import newest_version
from forms.journeys.resuming import new_link


class NoForm(Exception):
    """The service has no published page with this form."""


@sensitive_variables("to", "known")
@transaction.atomic
def invite(
    *,
    site: Site,
    kind: str,
    door: str = "",
    adds_to: str,
    to: str,
    language: str,
    known: Answers = MappingProxyType({}),
    asks_only: Sequence[str] = (),
) -> str:
    """An address that opens the part that adds to `adds_to`; for one mail alone.

    `known` are answers that stand in it already; theirs count more. `asks_only` are the
    steps that it asks, if it is not the next part. Whoever was invited before to the
    same, and has not sent it, goes on with the same draft. Raises NoForm.
    """
    page = page_of(site, kind, language, door=door)
    if page is None:
        raise NoForm
    journey, now = page.journey, timezone.now()
    draft = _begun(site, journey, adds_to, list(asks_only)) or Draft(
        site=site,
        kind=kind,
        door=door,
        adds_to=adds_to,
        asks_only=list(asks_only),
        started_at=now,
        form_version=newest_version(site, kind) if journey.own_questions else None,
    )
    draft.answers = {**known, **draft.answers}
    draft.saved_to = to
    draft.language = language
    draft.expires_at = now + SAVED_LIFE
    draft.save()
    token = new_link(draft, expires_at=draft.expires_at)
    return site_url(site, page.address(None, "resume", token))


def _begun(
    site: Site, journey: Journey, adds_to: str, asks_only: list[str]
) -> Draft | None:
    """What they were invited to before, and have not sent yet."""
    drafts = (
        Draft.objects.select_for_update(of=("self",))  # The receipt is not there.
        .filter(site=site, kind=journey.kind, door=journey.door, adds_to=adds_to)
        .filter(receipt__isnull=True, expires_at__gt=timezone.now())
    )
    return next((draft for draft in drafts if draft.asks_only == asks_only), None)
