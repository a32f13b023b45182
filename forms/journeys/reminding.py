"""Remind people once, before the answers that they saved are deleted."""

from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Site

from cms.activation import is_on
from cms.mail import site_url
from forms.journeys.declaring import Situation
from forms.journeys.finding import page_of
from forms.journeys.models import Draft
from forms.journeys.pages import JourneyPage
from forms.journeys.resuming import write_to
from forms.journeys.terms import may_send
from sites.models import Service

BEFORE = timedelta(days=5)


def remind_all() -> None:
    """Write to everybody whose saved answers will soon be deleted."""
    for draft in _soon_gone():
        service = Service.of(draft.site)
        # Whoever cannot send meanwhile is not called back to a closed door.
        if service and is_on(draft.site, draft.kind) and may_send(service, draft.kind):
            page = page_of(draft.site, draft.kind, draft.language, door=draft.door)
            if page:
                remind(draft, page, service)


def _soon_gone() -> list[Draft]:
    now = timezone.now()
    soon = _unreminded().filter(expires_at__gt=now, expires_at__lte=now + BEFORE)
    kept = soon.filter(receipt__isnull=True, site__profile__suspended_at__isnull=True)
    # A list: a reminder is written while we go through them.
    return list(kept.exclude(saved_to="").select_related("site"))


def _unreminded() -> QuerySet[Draft]:
    return Draft.objects.filter(reminded_at=None, wants_reminder=True)


@transaction.atomic
def remind(draft: Draft, page: JourneyPage, service: Service) -> None:
    """Queue the one reminder, in the draft's language, unless it was queued before."""
    # One conditional UPDATE: of two workers only one writes.
    if not _unreminded().filter(pk=draft.pk).update(reminded_at=timezone.now()):
        return
    situation = Situation(
        site=draft.site,
        service=service,
        language=draft.language,
        answers=draft.answers,
    )
    write_to(
        draft,
        template="journeys/reminder",
        address=lambda where, token: _absolute(draft.site, page, where, token),
        young=page.journey.is_young(situation),
    )


def _absolute(site: Site, page: JourneyPage, where: str, token: str) -> str:
    return site_url(site, page.address(None, where, token))


def stop_reminding(draft: Draft) -> None:
    """Send no reminder about this draft."""
    Draft.objects.filter(pk=draft.pk).update(wants_reminder=False)
