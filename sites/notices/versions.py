"""Keep what people are told, whenever the words change. The only writer of versions."""

import datetime as dt

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Site

from sites.models import Service
from sites.notices.audiences import Audience
from sites.notices.composing import notice
from sites.notices.models import NoticeVersion

LANGUAGES = ("en", "cy")


@transaction.atomic
def keep_versions(site: Site) -> list[NoticeVersion]:
    """Note every notice whose words have changed; those that are new."""
    service = Service.of(site)
    if service is None:
        return []
    Site.objects.select_for_update().get(pk=site.pk)  # Two at once write one.
    found = [
        _keep(site, service, audience, language)
        for audience in Audience
        for language in LANGUAGES
    ]
    return [version for version in found if version]


def versions_of(
    site: Site, audience: Audience, language: str
) -> QuerySet[NoticeVersion]:
    """What they were told, the newest first."""
    return NoticeVersion.objects.filter(
        site=site, audience=audience.value, language=language
    )


def version_with(
    site: Site, audience: Audience, language: str, key: str
) -> NoticeVersion | None:
    """The version at this part of an address; None where there is none."""
    day, _dot, nth = key.partition(".")
    try:
        from_day = dt.date.fromisoformat(day)
    except ValueError:
        return None
    found = versions_of(site, audience, language).filter(
        from_day=from_day, nth=int(nth) if nth.isdecimal() and len(nth) < 4 else 1
    )
    version = found.first()
    return version if version and version.key == key else None


def _keep(
    site: Site, service: Service, audience: Audience, language: str
) -> NoticeVersion | None:
    now = notice(service, audience, language)
    newest = versions_of(site, audience, language).first()
    if now is None or (newest and newest.digest == now.digest):
        return None
    today = timezone.localdate()
    again = newest is not None and newest.from_day == today
    return NoticeVersion.objects.create(
        site=site,
        audience=audience.value,
        language=language,
        digest=now.digest,
        text=now.written(),
        from_day=today,
        nth=newest.nth + 1 if newest and again else 1,
    )
