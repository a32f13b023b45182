"""Alerts as staff write them."""

import datetime as dt
from typing import Any

from django.utils import timezone
from wagtail.models import Site

from sites.alerts.models import Alert

HOUR = dt.timedelta(hours=1)


def make_alert(site: Site, **changes: Any) -> Alert:
    """One that shows now: from an hour ago to an hour from now."""
    now = timezone.now()
    facts = {
        "heading_en": "Office closed",
        "text_en": "We are back on Monday.",
        "heading_cy": "Swyddfa ar gau",
        "text_cy": "Byddwn yn ôl ddydd Llun.",
        "starts_at": now - HOUR,
        "ends_at": now + HOUR,
    }
    return Alert.objects.create(site=site, **{**facts, **changes})
