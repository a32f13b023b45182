"""All pages of a site at a glance, in the language's own order."""

import pytest
from bs4 import BeautifulSoup

from cms.roles import Role
from cms.suspension import suspend
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_hub, make_service, make_staff, publish
from tests.news.factories import make_news


@pytest.fixture
def gwynedd(provisioned):
    return make_service("gwynedd")


def page(site, title, language="cy", under=None):
    made = StandardPage(title=title, slug=title.lower().replace(" ", "-"))
    return publish(made, under or home_of(site, language))


def read(client, path):
    return BeautifulSoup(client.get(path).text, "html.parser")


def test_the_welsh_list_goes_by_the_welsh_alphabet_and_past_the_article(
    gwynedd, client_at
):
    for title in ("Llety", "Lifft", "Chwarae", "Cymorth", "Y daith", "Ddoe"):
        page(gwynedd, title)
    page(gwynedd, "Hidden").unpublish()
    make_news(gwynedd, "cy", title="Aros")

    letters = {
        part.h2.get_text(): [link.get_text() for link in part.select("a")]
        for part in read(client_at(gwynedd), "/cy/a-i-y/").select("main section")
    }

    assert letters == {
        "C": ["Cymorth"],
        "Ch": ["Chwarae"],
        "D": ["Y daith"],
        "Dd": ["Ddoe"],
        "L": ["Lifft"],
        "Ll": ["Llety"],
        "N": ["Newyddion"],
    }


def test_the_map_has_each_page_below_its_own_and_closes_gaps(gwynedd, client_at):
    above = page(gwynedd, "Help", "en")
    hidden = page(gwynedd, "Old", "en", under=above)
    page(gwynedd, "Below", "en", under=hidden)
    hidden.unpublish()

    tree = read(client_at(gwynedd), "/en/site-map/").select_one(".iv-map")

    way = [a.get_text() for a in tree.select("a[href='/en/help/'] ~ ul a")]
    assert way == ["Below"]
    assert tree.select_one("a").get_text() == home_of(gwynedd, "en").title


def test_both_cost_the_same_for_any_number_of_pages(
    gwynedd, client_at, django_assert_max_num_queries
):
    client = client_at(gwynedd)
    for number in range(12):
        page(gwynedd, f"Page {number}", "en")
    for path in ("/en/a-to-z/", "/en/site-map/"):
        client.get(path)
        with django_assert_max_num_queries(7):
            client.get(path)


def test_the_footer_leads_to_both_and_so_does_a_page_that_is_not_found(
    gwynedd, client_at
):
    made = page(gwynedd, "Straeon")
    made.show_in_menus = True
    made.save()
    lost = client_at(gwynedd).get("/cy/dim/")
    shown = BeautifulSoup(lost.text, "html.parser")

    for place in ("main", "footer"):
        found = {a["href"] for a in shown.select(f"{place} a")}
        assert found >= {"/cy/a-i-y/", "/cy/map-o-r-wefan/"}
    doors = {a["href"] for a in shown.select("main li a")}
    assert lost.status_code == 404
    assert "/cy/straeon/" in doors
    pair = read(client_at(gwynedd), "/cy/a-i-y/").select_one("link[hreflang='en']")
    assert pair["href"] == "http://gwynedd.localhost/en/a-to-z/"


def test_the_hub_lists_the_sitemap_of_every_service_that_is_open(
    gwynedd, client_at, settings
):
    settings.DEMO = False
    hub, devon = make_hub(), make_service("devon")
    admin = make_staff(hub, Role.NETWORK_ADMIN)
    index = "http://hub.localhost/sitemap_index.xml"

    assert client_at(gwynedd).get("/sitemap_index.xml").status_code == 404
    assert f"Sitemap: {index}" in client_at(hub).get("/robots.txt").text
    before = client_at(hub).get("/sitemap_index.xml").text
    suspend(site=devon, by=admin, reason="Closed", message_en="", message_cy="")
    after = client_at(hub).get("/sitemap_index.xml").text

    assert "http://devon.localhost/sitemap.xml" in before
    assert "http://devon.localhost/sitemap.xml" not in after
    assert "http://gwynedd.localhost/sitemap.xml" in after
