"""Feeds that are hostile, slow, broken or inside: they hurt nothing and nobody."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Site

from cms.models import Offer
from cms.outside import is_public
from pages.hub_news.outside.failures import Failure
from pages.hub_news.outside.following import send_for_due
from sites.models import Authority
from sites.people.models import User
from tests.hub_news import elsewhere
from tests.hub_news.elsewhere import Website, feed, item
from tests.hub_news.following import follow, offers, visited

At = Callable[..., Client]
State = Offer.State
pytestmark = pytest.mark.usefixtures("at_once")
HOSTILE = {
    "trickling": (elsewhere.trickling, Failure.SLOW),
    "huge": (elsewhere.huge, Failure.LARGE),
    "packed": (elsewhere.packed, Failure.LARGE),
    "round": (elsewhere.leads_to("/round"), Failure.ASTRAY),
    "page": (elsewhere.plain("<html><p>No feed</p>"), Failure.NO_FEED),
    "odd": (feed(item(3, "Odd"), etag='"\x01\xe9"'), ""),
    "entities": (elsewhere.plain(elsewhere.entities()), ""),
    "gone": (elsewhere.plain("", status=410), Failure.GONE),
    "private": (elsewhere.plain("", status=403), Failure.REFUSED),
    "ill": (elsewhere.plain("", status=502), Failure.TROUBLED),
    "metal": (elsewhere.leads_to("http://169.254.169.254/latest/"), Failure.NOT_WEB),
    "file": (elsewhere.leads_to("file:///etc/passwd"), Failure.NOT_WEB),
}


def test_hostile_slow_and_broken_feeds_hurt_no_other_and_say_what_is_wrong(
    hub: Site, editor: User, outside: Website, settings: Any, client_at: At
) -> None:
    settings.OUTSIDE_NEWS = {**settings.OUTSIDE_NEWS, "seconds": 3.0}
    councils = iter(Authority.objects.exclude(slug="powys"))
    made = {
        name: follow(hub, outside.says(f"/{name}", says), next(councils).slug)
        for name, (says, _failure) in HOSTILE.items()
    }
    made["well"] = follow(hub, outside.says("/well", feed(item(1, "Well"))))

    send_for_due(hub)

    for one in made.values():
        one.refresh_from_db()
    expected = {name: failure for name, (_says, failure) in HOSTILE.items()}
    assert {name: one.failure for name, one in made.items()} == expected | {"well": ""}
    assert offers()["Well"] == State.OFFERED
    assert max(map(len, offers())) < 200
    soon = timezone.now() + dt.timedelta(minutes=10)
    assert min(one.due_at for one in made.values()) > soon
    editor.wagtail_userprofile.preferred_language = "cy"
    editor.wagtail_userprofile.save()
    text = client_at(hub, editor).get(reverse("hub_feeds:index")).text
    with override("cy"):
        words = {str(failure.label) for failure in expected.values() if failure}
    assert all(word in text for word in words)
    assert visited(made["odd"]).failure == ""
    first = visited(made["gone"])
    assert first.failures == 2
    outside.says("/gone", feed(item(2, "Back")))
    assert (visited(first).failures, offers()["Back"]) == (0, State.OFFERED)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{closed}/",
        "http://localhost/",
        "http://2130706433/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://10.1.2.3/",
        "http://100.64.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "http://me:secret@93.184.216.34/",
        "http://93.184.216.34:22/",
        "ftp://93.184.216.34/",
        "file:///etc/passwd",
    ],
)
def test_no_address_of_a_private_network_is_ever_asked(
    hub: Site, outside: Website, settings: Any, url: str
) -> None:
    settings.OUTSIDE_NEWS = {}
    # The server would answer: only the rule keeps us from asking it.
    outside.says("/", feed(item(1, "Inside")))

    followed = visited(follow(hub, url.format(closed=outside.port)))

    assert followed.failure == Failure.NOT_WEB
    assert (outside.asked, offers()) == ([], {})


def test_an_address_is_judged_by_where_it_leads_not_by_how_it_is_written() -> None:
    private = ["64:ff9b::a00:1", "2002:7f00:1::", "fe80::1%eth0", "fd00::1", "0.0.0.1"]
    public = ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::808:808"]

    assert [is_public(one) for one in private] == [False] * len(private)
    assert [is_public(one) for one in public] == [True] * len(public)
