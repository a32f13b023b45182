"""Which alerts stand on a site's pages now. Asked for on every page: no query.

All alerts that have not ended are kept in each process (cms.epochs), as cms.addresses
keeps the hosts, until an alert is saved or deleted.
"""

import datetime as dt
import zlib
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import Site

from cms.epochs import Kept
from cms.models import SiteProfile
from cms.page_cache import pages_change_at
from sites.alerts.models import Alert
from sites.models import Service

MOST = 3


@dataclass(frozen=True)
class ShownAlert:
    """An alert as a page shows it. `mark` changes with its words: who has hidden it
    sees it again when it says something else.
    """

    language: str
    heading: str
    text: str
    link: str
    link_words: str
    is_important: bool
    mark: str


def alerts_shown(
    site: Site, language: str, *, now: dt.datetime | None = None
) -> list[ShownAlert]:
    """What stands on the pages of `site` now: important ones first, then the newest."""
    moment = now or timezone.now()
    reaching = [alert for alert in _kept.get() if _reaches(alert, site)]
    for alert in reaching:
        pages_change_at(alert.starts_at, alert.ends_at)
    here = sorted((one for one in reaching if one.is_shown_at(moment)), key=_place)
    return [as_shown(alert, language) for alert in here[:MOST]]


def as_shown(alert: Alert, language: str) -> ShownAlert:
    """The alert in one language."""
    words = alert.words_in(language)
    digest = zlib.crc32("\n".join(words.values()).encode())
    return ShownAlert(
        **words,
        is_important=alert.severity == Alert.Severity.IMPORTANT,
        mark=f"{alert.pk or 0}-{digest:08x}",
    )


def forget() -> None:
    """Every process asks anew: now, and again when others see the change."""
    _kept.forget()


def _place(alert: Alert) -> tuple[bool, float, int]:
    is_information = alert.severity != Alert.Severity.IMPORTANT
    return (is_information, -alert.starts_at.timestamp(), -alert.pk)


def _reaches(alert: Alert, site: Site) -> bool:
    if alert.site_id == site.pk:
        return alert.reach in (Alert.Reach.HERE, Alert.Reach.ALL)
    if alert.reach in (Alert.Reach.HERE, Alert.Reach.ALL):
        return alert.reach == Alert.Reach.ALL
    service = Service.of(site)
    authority = service.authority if service else None
    return authority is not None and authority.nation == alert.reach


def _find() -> list[Alert]:
    """Of the hub's every one; of a service's own those alone that reach no other."""
    theirs = Q(reach=Alert.Reach.HERE) | Q(site__profile__kind=SiteProfile.Kind.HUB)
    return list(Alert.objects.filter(theirs, ends_at__gt=timezone.now()))


def _changed(sender: Any, **kwargs: Any) -> None:
    forget()


_kept = Kept("alerts", _find)
for _signal in (post_save, post_delete):
    _signal.connect(_changed, sender=Alert)
