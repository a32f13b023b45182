"""Every address of a page names the host of its language, wherever it is written."""

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page, Site

from cms.addresses import absolute, link
from cms.mail import site_url
from cms.models import Offer, OutboundEmail
from cms.offers import refresh
from forms.journeys.models import Draft
from sites.hosts import remove_name
from sites.models import Authority, HostAlias, Service
from tests.factories import make_hub, make_service
from tests.host.test_sitemap import NAMES
from tests.hosts.factories import CANONICAL, ENGLISH, WELSH, with_language_hosts
from tests.journeys.walking import Applicant
from tests.news.factories import make_news

pytestmark = pytest.mark.django_db
WELSH_AT, ENGLISH_AT = f"http://{WELSH}", f"http://{ENGLISH}"


@pytest.fixture
def gwynedd(with_forms: None) -> Site:
    return with_language_hosts()


@pytest.fixture
def pair(gwynedd: Site) -> tuple[Page, Page]:
    welsh = make_news(gwynedd, "cy", title="Noson")
    return welsh, make_news(gwynedd, "en", pair=welsh, title="Evening")


def request_at(host: str) -> Any:
    return RequestFactory().get("/", SERVER_NAME=host)


def head_of(host: str, path: str) -> dict[str, str]:
    """What the head of a page says of addresses, by relation and language."""
    html = Client(SERVER_NAME=host).get(path).text
    found = re.findall(r'<link rel="(canonical|alternate)"([^>]*)href="([^"]*)"', html)
    return {
        (re.findall(r'hreflang="([\w-]+)"', rest) or [relation])[0]: href
        for relation, rest, href in found
        if "type=" not in rest
    }


def test_pages_name_the_host_of_their_language(pair: tuple[Page, Page]) -> None:
    welsh, english = pair

    assert welsh.full_url == f"{WELSH_AT}/cy/newyddion/noson/"
    assert english.full_url == f"{ENGLISH_AT}/en/news/evening/"
    assert welsh.get_url(request_at(WELSH)) == "/cy/newyddion/noson/"
    assert welsh.get_url(request_at(ENGLISH)) == welsh.full_url
    assert welsh.get_url(request_at(CANONICAL)) == welsh.full_url
    assert welsh.get_url(request_at("devon.localhost")) == welsh.full_url


def test_paths_become_addresses_by_one_rule(gwynedd: Site) -> None:
    assert site_url(gwynedd, "/cy/x/") == f"{WELSH_AT}/cy/x/"
    assert site_url(gwynedd, "/en/x/") == f"{ENGLISH_AT}/en/x/"
    assert absolute(gwynedd.pk, "/admin/") == f"http://{CANONICAL}/admin/"
    assert link(request_at(WELSH), "/en/x/") == f"{ENGLISH_AT}/en/x/"
    assert link(request_at(WELSH), "/cy/x/") == "/cy/x/"
    assert link(request_at("nobody.localhost"), "/cy/x/") == "/cy/x/"


def test_a_page_tells_its_own_address_and_that_of_its_pair(
    pair: tuple[Page, Page],
) -> None:
    told = head_of(WELSH, "/cy/newyddion/noson/?utm_source=x")

    assert told == {
        "canonical": f"{WELSH_AT}/cy/newyddion/noson/",
        "cy": f"{WELSH_AT}/cy/newyddion/noson/",
        "en": f"{ENGLISH_AT}/en/news/evening/",
        "x-default": f"{WELSH_AT}/cy/newyddion/noson/",
    }
    assert head_of(WELSH, "/cy/dim-byd/") == {}


def test_the_switcher_leads_to_the_other_host(pair: tuple[Page, Page]) -> None:
    at_welsh = Client(SERVER_NAME=WELSH).get("/cy/newyddion/noson/").text
    at_english = Client(SERVER_NAME=ENGLISH).get("/en/find/?postcode=x").text

    assert f'href="{ENGLISH_AT}/en/news/evening/"' in at_welsh
    assert f'href="{WELSH_AT}/cy/' in at_english


def test_one_host_for_both_languages_tells_itself_alone(with_forms: None) -> None:
    make_service("gwynedd")
    home = Client(SERVER_NAME=CANONICAL).get("/cy/").text

    assert f'<link rel="canonical" href="http://{CANONICAL}/cy/">' in home
    assert 'href="/en/"' in home


def sitemap(host: str) -> dict[str, list[str]]:
    answer = Client(SERVER_NAME=host).get("/sitemap.xml")
    root = ElementTree.fromstring(answer.content)  # noqa: S314  (our own answer)
    return {
        url.findtext("map:loc", "", NAMES): sorted(
            other.attrib["href"] for other in url.findall("html:link", NAMES)
        )
        for url in root.findall("map:url", NAMES)
    }


def test_a_sitemap_lists_what_is_read_on_its_host_and_names_the_pairs(
    pair: tuple[Page, Page],
) -> None:
    at_welsh, at_english = sitemap(WELSH), sitemap(ENGLISH)
    both = [f"{ENGLISH_AT}/en/news/evening/", f"{WELSH_AT}/cy/newyddion/noson/"]

    assert at_welsh[both[1]] == at_english[both[0]] == sorted(both)
    assert {url.partition("/cy/")[0] for url in at_welsh} == {WELSH_AT}
    assert {url.partition("/en/")[0] for url in at_english} == {ENGLISH_AT}
    assert sitemap(CANONICAL) == {}


def test_robots_name_the_sitemap_of_their_host(gwynedd: Site, settings: Any) -> None:
    settings.DEMO = False

    text = Client(SERVER_NAME=WELSH).get("/robots.txt").text

    assert f"Sitemap: {WELSH_AT}/sitemap.xml" in text


def test_feeds_name_the_host_of_their_language(pair: tuple[Page, Page]) -> None:
    feed = Client(SERVER_NAME=WELSH).get("/cy/services/news/feed/atom/").text

    assert f'href="{WELSH_AT}/cy/services/news/feed/atom/"' in feed
    assert f'href="{WELSH_AT}/cy/newyddion/noson/"' in feed
    assert f'href="{WELSH_AT}/cy/"' in feed


def test_what_is_offered_to_the_hub_follows_the_hosts(
    gwynedd: Site, at_once: None
) -> None:
    make_hub()
    page = make_news(gwynedd, "cy", title="Noson", offer_to_hub=True)
    refresh(gwynedd)
    with_hosts = Offer.objects.get().url_cy

    remove_name(alias=HostAlias.objects.get(hostname=WELSH))

    assert with_hosts == page.full_url.replace(CANONICAL, WELSH)
    assert Offer.objects.get().url_cy == f"http://{CANONICAL}/cy/newyddion/noson/"


def test_the_finder_leads_to_the_host_of_the_reader_s_language(gwynedd: Site) -> None:
    Service.objects.filter(site=gwynedd).update(
        authority=Authority.objects.get(slug="gwynedd")
    )
    hub = Client(SERVER_NAME=make_hub().hostname)

    for language, root in (("cy", WELSH_AT), ("en", ENGLISH_AT)):
        with override(language):
            address = reverse("authorities:find")
        found = hub.get(address, {"council": "gwynedd"})
        assert f'href="{root}/{language}/"' in found.text


# --- a form being filled in


def applicant_at(gwynedd: Site, host: str) -> Applicant:
    applicant = Applicant(gwynedd)
    applicant.client = Client(SERVER_NAME=host)
    return applicant


def test_a_journey_stays_on_the_host_where_it_began(gwynedd: Site) -> None:
    applicant = applicant_at(gwynedd, ENGLISH)
    applicant.answer("your-language")
    applicant.answer("postcode")

    in_welsh = applicant.look("postcode", "cy")

    assert in_welsh.status_code == 200
    assert 'value="LL55 1SH"' in in_welsh.text
    assert 'href="/en/apply/postcode/"' in in_welsh.text
    assert f'href="{WELSH_AT}/cy/gwneud-cais/cod-post/"' in in_welsh.text  # canonical
    went_on = applicant.post("where-you-live", {"area": "gwynedd"}, "cy")
    assert (went_on.status_code, went_on.headers["Location"][:1]) == (302, "/")
    assert Draft.objects.count() == 1
    start = applicant.look("", "cy")
    assert start.status_code == 200
    assert (
        applicant.client.get("/cy/newyddion/").headers["Location"].startswith(WELSH_AT)
    )


def test_the_link_back_to_a_draft_is_on_the_host_of_its_language(
    gwynedd: Site,
) -> None:
    applicant = applicant_at(gwynedd, ENGLISH)
    applicant.answer("your-language")
    applicant.post("save", {"email": "sian@post.example"}, "cy")

    mail = OutboundEmail.objects.get(template="journeys/resume")
    address = mail.context["cy"]["url"]

    assert address.startswith(f"{WELSH_AT}/cy/gwneud-cais/")
    back = Client(SERVER_NAME=WELSH)
    path = address.removeprefix(WELSH_AT)
    assert back.get(path).status_code == 200
    assert back.post(path).status_code == 302
