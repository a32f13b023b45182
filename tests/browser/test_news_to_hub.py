"""News from a Welsh editor's desk to the national hub, by the real screens."""

import feedparser
import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from cms.roles import Role
from pages.hub_news import starter as hub_starter
from pages.news import starter
from pages.news.models import NewsPage
from sites.models import Authority
from sites.register import load_register
from tests.browser.signing_in import sign_in
from tests.factories import make_hub, make_service, make_staff
from tests.news.factories import index_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WELSH = {"title": "Noson wybodaeth yng Nghaernarfon", "summary": "Dewch am sgwrs."}
ENGLISH = {"title": "Information evening in Caernarfon", "summary": "Come for a talk."}
SLUG = "information-evening"
INDEX = {"cy": "/cy/newyddion/", "en": "/en/news/"}


@pytest.fixture
def gwynedd():
    load_register()
    site = make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))
    starter.pages(site)
    return site


@pytest.fixture
def hub():
    site = make_hub()
    hub_starter.pages(site)
    return site


def write_in_welsh(page: Page, admin: str, parent: int) -> NewsPage:
    """Write the item in the page editor, offer it and publish it."""
    page.goto(f"{admin}/pages/add/news/newspage/{parent}/")
    for name, text in WELSH.items():
        page.fill(f"[name={name}]", text)
    page.check("[name=offer_to_hub]")
    page.locator(".footer [data-w-dropdown-target=toggle]").click()
    page.click("[name=action-publish]")
    expect(page.locator(".messages")).to_contain_text(WELSH["title"])
    return NewsPage.objects.get()


def translate(page: Page, admin: str, item: NewsPage) -> None:
    """Put the item into English, string by string, and publish that."""
    page.goto(f"{admin}/localize/submit/page/{item.pk}/")
    page.check("[name=locales]")
    page.locator("form [type=submit]").last.click()
    for text in ENGLISH.values():
        write_next(page, text)
    page.get_by_role("tab", name="Promote").click()
    write_next(page, SLUG)
    page.click("button[name=action][value=publish]")
    # Neither language stands alone: the screen they are led to publishes both.
    page.get_by_role("button", name="Publish both together").click()
    expect(page.locator(".messages")).to_contain_text("Both languages are published.")


def write_next(page: Page, text: str) -> None:
    """Translate the first string that has no translation yet."""
    waiting = page.get_by_role("button", name="Translate", exact=True)
    expect(waiting.first).to_be_visible()
    left = waiting.count()
    waiting.first.click()
    page.locator("textarea:visible").last.fill(text)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(waiting).to_have_count(left - 1)


def accept(page: Page, admin: str) -> None:
    """Accept the offer that waits in the hub's queue."""
    page.goto(f"{admin}/hub_offers/")
    page.get_by_role("link", name=WELSH["title"]).click()
    page.get_by_role("button", name="Accept").click()
    expect(page.locator(".messages")).to_contain_text("Accepted")


def fed(hub, language: str) -> list[tuple[str, str]]:
    """Titles and links of the hub's feed."""
    address = f"/{language}/services/hub_news/feed/atom/"
    answer = Client(SERVER_NAME=hub.hostname, SERVER_PORT=hub.port).get(address)
    feed = feedparser.parse(answer.content)
    assert feed.bozo == 0
    return [(entry.title, entry.link) for entry in feed.entries]


def test_news_goes_from_a_welsh_editor_to_the_hub(visitor, address_of, gwynedd, hub):
    home, capital = address_of(gwynedd), address_of(hub)
    editor = sign_in(visitor(), home, make_staff(gwynedd, Role.EDITOR))
    item = write_in_welsh(editor, f"{home}/admin", index_of(gwynedd, "cy").pk)
    translate(editor, f"{home}/admin", item)
    judge = sign_in(visitor(), capital, make_staff(hub, Role.HUB_EDITOR))
    accept(judge, f"{capital}/admin")

    reader = visitor()
    expected = {
        "cy": (WELSH["title"], f"{home}/cy/newyddion/{item.slug}/"),
        "en": (ENGLISH["title"], f"{home}/en/news/{SLUG}/"),
    }
    for language, index in INDEX.items():
        title, link = expected[language]
        reader.goto(capital + index)
        card = reader.locator(".iv-card", has_text=title)
        expect(card).to_contain_text("Gwynedd")
        expect(card.get_by_role("link")).to_have_attribute("href", link)
        assert fed(hub, language) == [(title, link)]
        reader.goto(link)
        expect(reader.get_by_role("heading", level=1)).to_have_text(title)

    page = NewsPage.objects.first()
    editor.goto(f"{home}/admin/pages/{page.pk}/unpublish/")
    editor.locator("button[name=both]").click()
    expect(editor.locator(".messages")).to_be_visible()
    for language, index in INDEX.items():
        reader.goto(capital + index)
        expect(reader.locator(".iv-card")).to_have_count(0)
        assert fed(hub, language) == []
