"""Requests for tests, taken by the real service."""

import datetime as dt
from typing import Any

from wagtail.models import Site

from sites.rights.models import RightsRequest
from sites.rights.services import take_request

ASKED = {
    "kind": "access",
    "name": "Siân Wyn ap Huw",
    "email": "sian@post.example",
    "language": "cy",
    "way": "letter",
    "identity": "known",
    "received_on": "2026-01-05",
}
"""What a manager fills in."""


def make_request(site: Site, by: Any = None, **changes: Any) -> RightsRequest:
    """Siân asks in Welsh for a copy of her data; the clock runs from that day."""
    day = changes.pop("received_on", dt.date(2026, 1, 5))
    facts = {**ASKED, "received_on": day, "clock_from": day, **changes}
    return take_request(site=site, by=by, **facts)
