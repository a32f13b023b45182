"""The sitemap lists both languages of a site, names pairs, and hides what is hidden."""

from collections.abc import Callable
from xml.etree import ElementTree

from django.test import Client

from cms.activation import disable
from tests.factories import make_service
from tests.news.factories import make_news

NAMES = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "html": "http://www.w3.org/1999/xhtml",
}


def listed(client: Client) -> dict[str, list[str]]:
    answer = client.get("/sitemap.xml")
    root = ElementTree.fromstring(answer.content)  # noqa: S314  (our own answer)
    return {
        url.findtext("map:loc", "", NAMES).removeprefix("http://gwynedd.localhost"): [
            link.attrib["hreflang"] for link in url.findall("html:link", NAMES)
        ]
        for url in root.findall("map:url", NAMES)
    }


def test_both_languages_are_listed_with_their_pairs(
    provisioned: None, client_at: Callable[..., Client]
) -> None:
    site = make_service("gwynedd")
    make_news(make_service("devon"), "en", title="Exeter")
    welsh = make_news(site, "cy", title="Noson")
    make_news(site, "en", pair=welsh, title="Evening")
    make_news(site, "cy", title="Cymraeg yn unig")
    make_news(site, "en", title="Draft").unpublish()
    both = ["en", "cy"]

    assert {path: sorted(pair) for path, pair in listed(client_at(site)).items()} == {
        "/en/": sorted(both),
        "/cy/": sorted(both),
        "/en/news/": sorted(both),
        "/cy/newyddion/": sorted(both),
        "/en/news/evening/": sorted(both),
        "/cy/newyddion/noson/": sorted(both),
        "/cy/newyddion/cymraeg-yn-unig/": [],
    }

    disable(site=site, label="news")
    assert set(listed(client_at(site))) == {"/en/", "/cy/"}


def test_a_host_of_no_service_has_no_sitemap(db: None) -> None:
    assert Client(SERVER_NAME="nobody.localhost").get("/sitemap.xml").status_code == 404
