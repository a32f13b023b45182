"""What other programs read of a news item, and how a reader passes it on."""

import datetime as dt
import json
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.images.models import Rendition
from wagtail.models import Site
from wagtail_factories import ImageFactory

from cms.models.articles import article_specs
from tests.factories import make_service
from tests.news.factories import make_news, republish

At = Callable[..., Client]
HOSTILE = "Te & </script><script>alert(1)</script> “coffi”"


@pytest.fixture
def site(provisioned: None) -> Site:
    return make_service("gwynedd")


def read(client: Client, path: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(path).text, "html.parser")


def properties(page: BeautifulSoup) -> dict[str, str]:
    return {m["property"]: m["content"] for m in page.select("meta[property]")}


def test_both_kinds_of_data_tell_the_same_and_no_title_breaks_out(
    site: Site, client_at: At
) -> None:
    make_news(site, "cy", title=HOSTILE, slug="te", summary="Dewch draw.")

    page = read(client_at(site), "/cy/newyddion/te/")

    address = page.select_one("link[rel=canonical]")["href"]
    (block,) = page.select("script[type='application/ld+json']")
    assert not [s for s in page.select("script") if "alert" in s.text and s != block]
    told = json.loads(block.text)
    assert properties(page) == {
        "og:type": "article",
        "og:title": HOSTILE,
        "og:description": "Dewch draw.",
        "og:url": address,
        "og:site_name": told["publisher"]["name"],
        "og:locale": "cy_GB",
        "article:published_time": "2026-11-02",
    }
    assert told == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": HOSTILE,
        "description": "Dewch draw.",
        "inLanguage": "cy",
        "datePublished": "2026-11-02",
        "dateModified": "2026-11-02",
        "mainEntityOfPage": address,
        "author": told["publisher"],
        "publisher": {
            "@type": "Organization",
            "name": "Ymwelwyr Annibynnol Gwynedd",
            "url": address.replace("newyddion/te/", ""),
        },
    }


def test_an_item_is_passed_on_by_links_that_need_no_script(
    site: Site, client_at: At
) -> None:
    make_news(site, "en", title="Tea & talk", slug="tea")

    page = read(client_at(site), "/en/news/tea/")

    address = page.select_one("link[rel=canonical]")["href"]
    mail, whatsapp, facebook = (a["href"] for a in page.select(".iv-share a"))
    assert parse_qs(urlsplit(mail).query) == {
        "subject": ["Tea & talk"],
        "body": [address],
    }
    assert parse_qs(urlsplit(whatsapp).query) == {"text": [f"Tea & talk {address}"]}
    assert parse_qs(urlsplit(facebook).query) == {"u": [address]}
    # The button appears only where a script finds that the device can share.
    assert page.select_one(".iv-share button").parent.has_attr("hidden")


def test_its_picture_is_made_in_less_on_publishing_and_never_in_a_visit(
    site: Site, client_at: At, at_once: None
) -> None:
    image = ImageFactory(file__width=1200, file__height=700)
    facts = {"image": image, "image_alt": "Two mugs"}
    make_news(site, "en", title="Tea", slug="tea", **facts)
    made = set(Rendition.objects.values_list("filter_spec", flat=True))
    assert made >= set(article_specs())

    page = read(client_at(site), "/en/news/tea/")

    assert Rendition.objects.count() == len(made)
    sources = page.select("article picture source")
    assert [s["type"] for s in sources] == ["image/avif", "image/webp"]
    for source in sources:
        sizes = [part.split()[1] for part in source["srcset"].split(", ")]
        assert sizes == ["480w", "960w"]
    shown = page.select_one("article picture img")
    assert (shown["alt"], shown["width"], shown["height"]) == ("Two mugs", "960", "540")
    address = page.select_one("link[rel=canonical]")["href"]
    picture = properties(page)["og:image"]
    assert picture.startswith(address.replace("/en/news/tea/", "/media/images/"))


def test_it_says_when_it_was_updated_once_that_was_on_a_later_day(
    site: Site, client_at: At
) -> None:
    with time_machine.travel(dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC), tick=False):
        item = make_news(site, "en", title="Tea", slug="tea")
        item = republish(item, summary="At ten.")
    client = client_at(site)
    assert "Updated on" not in client.get("/en/news/tea/").text

    with time_machine.travel(dt.datetime(2026, 11, 5, 9, tzinfo=dt.UTC), tick=False):
        republish(item, summary="At eleven.")

    page = read(client, "/en/news/tea/")
    assert "Updated on 5 November 2026" in page.text
    assert properties(page)["article:modified_time"] == "2026-11-05"


def test_whoever_wrote_it_is_named_and_the_service_where_nobody_is(
    site: Site, client_at: At
) -> None:
    make_news(site, "en", title="Tea", slug="tea", author="Team of <3>")
    make_news(site, "cy", title="Te", slug="te")
    client = client_at(site)

    english, welsh = read(client, "/en/news/tea/"), read(client, "/cy/newyddion/te/")
    feed = client.get("/en/services/news/feed/json/").json()

    assert "Author: Team of <3>" in english.select_one(".govuk-caption-l").text
    told = json.loads(english.select_one("script[type='application/ld+json']").text)
    assert told["author"] == {"@type": "Organization", "name": "Team of <3>"}
    assert feed["items"][0]["authors"] == [{"name": "Team of <3>"}]
    ours = "Awdur: Ymwelwyr Annibynnol Gwynedd"
    assert ours in welsh.select_one(".govuk-caption-l").text
