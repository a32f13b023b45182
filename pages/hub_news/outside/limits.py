"""How much of others' feeds we put up with: the setting `OUTSIDE_NEWS` changes it."""

from dataclasses import dataclass

from django.conf import settings

from cms.outside import Limits


@dataclass(frozen=True, kw_only=True)
class FeedLimits(Limits):
    """What one visit to a feed may cost, and where it may lead."""

    parsing_seconds: int = 10


def limits() -> FeedLimits:
    """Those of now."""
    return FeedLimits(**getattr(settings, "OUTSIDE_NEWS", {}))
