"""Every kind of page of the demo, in both languages, on a phone and on a desk."""

from urllib.parse import urlsplit

import pytest
from wagtail.models import Page

from cms.visibility import visible_pages
from sites.demo.loading import load_demo
from tests.browser.fixtures import PHONE, look_at

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def one_of_each_kind(site, language):
    """The first page of each type in each site; text pages hold too many blocks."""
    pages = visible_pages(site, language).order_by("path")
    kinds = {}
    for page in pages:
        kinds.setdefault(page.content_type_id, page)
    texts = pages.filter(content_type__model="standardpage")
    return {page.full_url for page in [*kinds.values(), *texts]}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_page_of_the_demo_is_accessible_and_fits(visitor, live_server, language):
    load_demo(port=urlsplit(live_server.url).port, report=lambda line: None)
    sites = {page.get_site() for page in Page.objects.filter(depth=3)}
    page = visitor(width=PHONE)
    for site in sorted(sites, key=lambda site: site.hostname):
        for url in sorted(one_of_each_kind(site, language)):
            page.goto(url)
            assert page.locator("html").get_attribute("lang") == language, url
            look_at(page)
