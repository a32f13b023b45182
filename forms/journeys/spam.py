"""Tell people from machines without asking people anything. Signs only flag."""

from datetime import datetime, timedelta
from typing import Any

from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.dateparse import parse_datetime

from cms.client_address import address_of

# No word of it is one that browsers know how to fill in.
HONEYPOT = "iv-qx"
SHOWN_AT = "shown"
SEEN = "seen"

LEAST_TIME = timedelta(seconds=20)
_SIGNER = signing.Signer(salt="journeys.shown")

HOUR = 3600
# (one address, one site) in an hour.
LIMITS = {
    "begin": (60, 3000),
    "send": (20, 1000),
    "mail": (6, 500),
    "code": (20, 1000),
    "try": (12, 300),
    "ask": (12, 300),
    "change": (20, 1000),
    "offer": (120, 1000),  # A whole office, one child after the other.
}


def shown_now() -> str:
    """A signed note of the time, for the first page to carry."""
    return _SIGNER.sign(timezone.now().isoformat())


def when_shown(note: str) -> datetime:
    """The time a page was shown by its note; now, if the note is not ours."""
    now = timezone.now()
    try:
        shown = parse_datetime(_SIGNER.unsign(note))
    except (signing.BadSignature, ValueError):
        return now
    return min(shown or now, now)


def signs_of_a_machine(data: Any) -> list[str]:
    """Flags for what was posted."""
    return ["honeypot"] if data.get(HONEYPOT) else []


def signs_of_haste(started_at: datetime) -> list[str]:
    """A flag where the whole was sent sooner than anybody could read it."""
    return ["too_fast"] if timezone.now() - started_at < LEAST_TIME else []


def is_over_limit(request: HttpRequest, *, site_id: int, doing: str) -> bool:
    """Count one more and say whether this address, or this site, does too much."""
    per_address, per_site = LIMITS[doing]
    window = int(timezone.now().timestamp()) // HOUR
    key = f"journeys:{doing}:{site_id}:{window}"
    of_site = _count(key)
    of_address = _count(f"{key}:{_hashed(address_of(request))}")
    return of_address > per_address or of_site > per_site


def _count(key: str) -> int:
    cache.add(key, 0, HOUR)
    try:
        return int(cache.incr(key))
    except ValueError:
        # It left the cache between the two calls.
        return 1


def _hashed(address: str) -> str:
    return salted_hmac("journeys.address", address).hexdigest()[:16]
