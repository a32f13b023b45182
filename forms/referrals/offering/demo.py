"""The demo's log of offers: invented officers, a dozen children whom nothing names."""

import tomllib
import uuid
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone
from wagtail.models import Site

from cms.retention import months_after
from forms.casework.services import caseworkers
from forms.referrals.offering.models import OfferLink, OfferRecord

FILE = Path(__file__).parents[1] / "demo" / "offers.toml"


def load_offers(site: Site) -> None:
    """Make the officers of this site and what they noted, once."""
    told = tomllib.loads(FILE.read_text("utf-8")).get(site.hostname.partition(".")[0])
    if told is None or OfferLink.objects.filter(site=site).exists():
        return
    links = [_officer(site, *facts) for facts in told["officers"]]
    for officer, days, *said in told["noted"]:
        _note(links[officer], timezone.localdate() - timedelta(days=days), *said)


def _officer(site: Site, name: str, email: str, days: int) -> OfferLink:
    then = timezone.now() - timedelta(days=days)
    return OfferLink.objects.create(
        site=site,
        name=name,
        email=email,
        made_at=then,
        sent_at=then,
        made_by=caseworkers(site).first(),
    )


def _note(link: OfferLink, day: date, *said: Any) -> None:
    explained, offered, answer, age_band, months = said
    today = timezone.localdate()
    OfferRecord.objects.create(
        link=link,
        key=uuid.uuid4(),
        considered_on=day,
        explained=explained,
        offered=offered,
        answer=answer,
        age_band=age_band,
        next_review=months_after(today.replace(day=1), months) if months else None,
        recorded_at=timezone.now() - (today - day),
    )
    link.last_used_at = max(
        filter(None, [link.last_used_at, timezone.now() - (today - day)])
    )
    link.save(update_fields=["last_used_at"])
