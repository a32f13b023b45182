"""How a feed is doing, in plain words for the hub's editors."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.language.dates import long_date_and_time
from pages.hub_news.models import OutsideFeed
from pages.hub_news.outside.visiting import ROOM


def standing(feed: OutsideFeed) -> list[str]:
    """What went wrong or well, since when, and what comes next."""
    if not feed.is_active:
        return [_("Not followed.")]
    if feed.failure:
        return [*_last_came(feed), str(feed.get_failure_display()), _next(feed)]
    if feed.asked_at is None:
        return [_("Not read yet. That takes a few minutes.")]
    return [*_last_came(feed), *_without_room(feed)]


def _last_came(feed: OutsideFeed) -> list[str]:
    if feed.came_at is None:
        return []
    moment = long_date_and_time(feed.came_at)
    return [_("Last read on %(moment)s.") % {"moment": moment}]


def _next(feed: OutsideFeed) -> str:
    moment = long_date_and_time(feed.due_at)
    return _("We try again on %(moment)s.") % {"moment": moment}


def _without_room(feed: OutsideFeed) -> list[str]:
    if not feed.left_out:
        return []
    words = ngettext(
        "%(count)d more item comes once fewer than %(room)d of this authority wait.",
        "%(count)d more items come once fewer than %(room)d of this authority wait.",
        feed.left_out,
    )
    return [words % {"count": feed.left_out, "room": ROOM}]
