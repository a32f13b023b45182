"""Alerts for the demo, counted from the day of installing: one shows, one waits."""

import datetime as dt

from django.utils import timezone
from wagtail.models import Site

from sites.alerts.models import Alert

A_DAY = dt.timedelta(days=1)


def load_alerts(site: Site) -> None:
    """The team is out for training this month; the phones are mended next month."""
    now = timezone.now()
    Alert.objects.create(
        site=site,
        heading_en="We answer more slowly this month",
        text_en="Half our team is away for training. A reply may take two more days.",
        heading_cy="Rydym yn ateb yn arafach y mis hwn",
        text_cy="Mae hanner ein tîm i ffwrdd yn hyfforddi. Gall ateb gymryd deuddydd yn"
        " hirach.",
        link_en="/en/contact/",
        link_words_en="How to reach us",
        link_cy="/cy/cysylltu/",
        link_words_cy="Sut i gysylltu â ni",
        starts_at=now - A_DAY,
        ends_at=now + 60 * A_DAY,
    )
    Alert.objects.create(
        site=site,
        severity=Alert.Severity.IMPORTANT,
        heading_en="No telephones on that morning",
        text_en="Our telephones are being mended. Please write to us by e-mail.",
        heading_cy="Dim ffonau y bore hwnnw",
        text_cy="Mae ein ffonau’n cael eu trwsio. Ysgrifennwch atom drwy e-bost.",
        starts_at=now + 61 * A_DAY,
        ends_at=now + 62 * A_DAY,
    )
