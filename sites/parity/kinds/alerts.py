"""Alerts that could not wait for their other language: to be written within a day."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.language import Pair
from sites.alerts.models import Alert


def alerts(site: Site) -> Iterator[Pair]:
    """Each of this site's that has not ended."""
    for alert in Alert.objects.filter(site=site, ends_at__gt=timezone.now()):
        yield Pair(
            kind=_("Alert"),
            name=str(alert),
            en=alert.heading_en,
            cy=alert.heading_cy,
            url=reverse("alerts:edit", args=[alert.pk]),
            since=alert.one_language_since,
        )
