"""Authorities outside the platform: their feeds are followed, and become offers."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site

from cms.models import Offer, OutboundEmail
from cms.offers import Decision, decide
from cms.offers.outside import OutsideItem, offer_outside
from cms.roles import Role
from pages.hub_news.models import OutsideFeed
from pages.news.elsewhere import from_other_services
from pages.news.models import NewsSettings
from sites.models import Authority
from sites.people.models import User
from tests.factories import make_service, make_staff
from tests.hub_news import elsewhere
from tests.hub_news.elsewhere import Website, feed, item
from tests.hub_news.factories import hub_index
from tests.hub_news.following import follow, offers, visited

At = Callable[..., Client]
State = Offer.State
pytestmark = pytest.mark.usefixtures("at_once")


def outside_item(title: str) -> OutsideItem:
    url = "https://www.powys.example/"
    return OutsideItem(key=uuid4(), title=title, summary="", url=url, date=None)


def test_its_items_arrive_as_plain_offers_and_nothing_is_published(
    hub: Site, editor: User, outside: Website, client_at: At
) -> None:
    for language in ("en", "cy"):
        hub_index(hub, language)
    pages = Page.objects.count()
    script = "&lt;script&gt;alert(1)&lt;/script&gt;"
    evil = f"{script}&lt;b onclick='x'&gt;Two&lt;/b&gt; &amp;amp; more"
    url = outside.says(
        "/feed",
        feed(
            item(2, f"Evening\u202e {evil}", evil),
            item(1, "Led away", link="javascript:alert(1)"),
        ),
    )

    visited(follow(hub, url))

    offer = Offer.objects.get()
    assert offer.state == State.OFFERED
    assert (offer.title_en, offer.summary_en) == ("Evening Two & more", "Two & more")
    assert (offer.url_en, offer.origin) == ("https://www.powys.example/2", "powys")
    client = client_at(hub, editor)
    assert "From its own website" in client.get(reverse("hub_offers:index")).text
    screen = client.get(reverse("hub_offers:offer", args=[offer.pk])).text
    assert "reason_en" not in screen
    public = client_at(hub)
    assert "Evening" not in public.get("/en/news/").text
    decide(offer=offer, decision=Decision.ACCEPT, by=editor)
    text = public.get("/cy/newyddion/").text
    assert 'href="https://www.powys.example/2" lang="en"' in text
    assert "Powys" in text
    told = public.get("/en/services/hub_news/feed/json/").json()["items"][0]
    assert told["authors"] == [{"name": "Powys County Council"}]
    assert Page.objects.count() == pages
    assert not OutboundEmail.objects.filter(template="hub_news/decided").exists()


def test_it_is_asked_only_for_what_is_new_and_nothing_arrives_twice(
    hub: Site, outside: Website
) -> None:
    url = outside.says("/feed", feed(item(1, "Evening"), etag='"one"'))
    followed = visited(follow(hub, url))
    again = visited(followed)

    assert outside.asked[-1]["if-none-match"] == '"one"'
    assert (again.failure, offers()) == ("", {"Evening": State.OFFERED})
    moved = outside.says("/moved", feed(item(1, "Evening")))
    outside.says("/feed", elsewhere.leads_to(moved))
    visited(again)
    visited(follow(hub, moved))
    assert offers() == {"Evening": State.OFFERED}


def test_what_changes_after_it_was_accepted_is_flagged_and_a_refusal_stays(
    hub: Site, editor: User, outside: Website
) -> None:
    url = outside.says("/f", feed(item(3, "Three"), item(2, "Two"), item(1, "One")))
    followed = visited(follow(hub, url))
    for title, decision in (("Three", Decision.ACCEPT), ("Two", Decision.DECLINE)):
        decide(offer=Offer.objects.get(title_en=title), decision=decision, by=editor)
    assert not Offer.objects.get(title_en="Three").edited_since

    outside.says("/f", feed(item(3, "Three!"), item(2, "Two!"), item(1, "One")))
    visited(followed)

    assert offers() == {
        "Three!": State.ACCEPTED,
        "Two!": State.DECLINED,
        "One": State.OFFERED,
    }
    three = Offer.objects.get(title_en="Three!")
    assert three.edited_since
    kept = decide(offer=three, decision=Decision.KEEP, by=editor)
    visited(followed)
    kept.refresh_from_db()
    assert not kept.edited_since
    outside.says("/f", feed(item(3, "Three!", "x " * 400), item(1, "One")))
    visited(followed)
    kept.refresh_from_db()
    assert kept.edited_since
    assert offers()[""] == State.WITHDRAWN  # Two was taken away; One only grew old.
    outside.says("/f", feed(item(3, "Three!", "x " * 400)))
    visited(followed)
    assert offers()["One"] == State.OFFERED


def test_an_editor_follows_changes_and_ends_a_feed(
    hub: Site, editor: User, outside: Website, client_at: At
) -> None:
    powys, gwynedd = (Authority.objects.get(slug=s) for s in ("powys", "gwynedd"))
    service = make_service("gwynedd", authority=gwynedd)
    client = client_at(hub, editor)
    url = outside.says("/feed", feed(item(2, "Two"), item(1, "One")))
    asked = {"authority": powys.pk, "url": url, "language": "en", "is_active": "on"}
    add = reverse("hub_feeds:add")

    refused = client.post(add, {**asked, "authority": gwynedd.pk}).text
    assert "Its service is on the platform: it offers its news itself." in refused
    assert "Enter a valid URL" in client.post(add, {**asked, "url": "file:///x"}).text
    client.post(add, asked)
    assert offers() == {"Two": State.OFFERED, "One": State.OFFERED}
    followed = OutsideFeed.objects.get()
    assert "Last read on" in client.get(reverse("hub_feeds:index")).text
    edit = reverse("hub_feeds:edit", args=[followed.pk])
    client.post(edit, {**asked, "url": outside.at("/nothing")})
    text = client.get(reverse("hub_feeds:index")).text
    assert "There is nothing at this address any more." in text
    for other in (make_staff(service, Role.MANAGER), make_staff(hub, Role.TRANSLATOR)):
        for screen in (add, edit, reverse("hub_feeds:index")):
            assert client_at(hub, other).get(screen).status_code in (302, 403, 404)
    decide(offer=Offer.objects.get(title_en="One"), decision=Decision.ACCEPT, by=editor)
    client.post(reverse("hub_feeds:delete", args=[followed.pk]))
    assert not OutsideFeed.objects.exists()
    assert sorted(offers().values()) == [State.ACCEPTED, State.WITHDRAWN]


def test_one_authority_cannot_fill_the_queue(hub: Site) -> None:
    items = [
        OutsideItem(
            key=uuid4(), title=f"{n}", summary="", url="https://a.example/", date=None
        )
        for n in range(5)
    ]

    def offered(room: int) -> int:
        return offer_outside(
            hub=hub, origin="powys", language="en", items=items, room=room
        )

    assert (offered(3), Offer.objects.count()) == (2, 3)
    assert (offered(3), Offer.objects.count()) == (2, 3)
    assert (offered(9), Offer.objects.count()) == (0, 5)


def test_services_and_the_search_name_the_authority_it_is_of(
    hub: Site, editor: User, client_at: At
) -> None:
    items = [outside_item("Evening")]
    offer_outside(hub=hub, origin="powys", language="en", items=items, room=9)
    decide(offer=Offer.objects.get(), decision=Decision.ACCEPT, by=editor)
    site = make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))
    NewsSettings.objects.create(site=site, other_services=True)
    hub_index(hub, "en")

    shown = from_other_services(site, "en")[0]

    assert (shown.title, str(shown.authority)) == ("Evening", "Powys")
    found = client_at(hub).get("/en/search/?q=evening").text
    assert "Powys County Council" in found
