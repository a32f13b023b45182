"""Every kind of page of the demo, in both languages, on a phone and on a desk."""

from urllib.parse import urlsplit

import pytest
from wagtail.models import Page

from cms.visibility import visible_pages
from sites.demo.loading import load_demo
from tests.browser.fixtures import PHONE, look_at

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def one_of_each_kind(pages):
    """The first page of each type, and text pages until every kind of block stood."""
    kinds, blocks = {}, set()
    for page in pages.order_by("path").specific():
        kinds.setdefault(page.content_type_id, page)
        own = {block.block_type for block in getattr(page, "body", ())}
        if own - blocks:
            blocks |= own
            kinds[page.pk, "blocks"] = page
    return {page.full_url for page in kinds.values()}


def every_one(pages):
    """All of them."""
    return {page.full_url for page in pages}


@pytest.mark.parametrize(
    "chosen", [one_of_each_kind, pytest.param(every_one, marks=pytest.mark.long)]
)
def test_the_pages_of_the_demo_are_accessible_and_fit(visitor, live_server, chosen):
    load_demo(port=urlsplit(live_server.url).port, report=lambda line: None)
    sites = {page.get_site() for page in Page.objects.filter(depth=3)}
    page = visitor(width=PHONE)
    for site in sorted(sites, key=lambda site: site.hostname):
        for language in ("en", "cy"):
            for url in sorted(chosen(visible_pages(site, language))):
                page.goto(url)
                assert page.locator("html").get_attribute("lang") == language, url
                look_at(page)
