"""A draft's secret link: who reads what by it, how long, and who makes it."""

import datetime as dt
from urllib.parse import urlsplit

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from cms.roles import Role
from sites.drafts.models import DAYS, DraftLink
from tests.factories import home_of, make_service, make_staff
from tests.news.factories import make_news, republish

pytestmark = pytest.mark.usefixtures("with_forms")


def drafted(site, language="en"):
    """A published item, of which the draft says something else."""
    item = make_news(site, language, title="As published")
    item.title = "As drafted"
    item.save_revision()
    return item


def make_link(client, page):
    """Its path, as the screen shows it."""
    address = reverse("share_draft", args=[page.pk])
    client.post(address, {"do": "make"})
    screen = BeautifulSoup(client.get(address).text, "html.parser")
    return screen.select_one("#draft-address")["value"].partition("localhost")[2]


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "This is a draft."), ("cy", "Drafft yw hwn.")],
)
def test_whoever_has_the_link_reads_the_draft_and_nobody_else_does(
    two_authorities, client_at, language, words
):
    gwynedd, devon = two_authorities
    item = drafted(gwynedd, language)
    editor = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))

    link = make_link(editor, item)
    answer = client_at(gwynedd).get(link)

    page = BeautifulSoup(answer.text, "html.parser")
    assert answer.status_code == 200
    assert page.h1.get_text(strip=True) == "As drafted"
    assert page.html["lang"] == language
    assert words in page.select_one(".iv-draft").text
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    public = client_at(gwynedd).get(item.url).text
    assert "As published" in public
    assert "As drafted" not in public
    assert "iv-draft" not in public
    assert client_at(devon).get(link).status_code == 404
    assert client_at(gwynedd).get(link[:-3] + "AA/").status_code == 404
    assert client_at(gwynedd).post(link).status_code == 405


def test_a_page_that_was_never_published_is_read_by_its_link(
    two_authorities, client_at
):
    gwynedd, _devon = two_authorities
    item = make_news(gwynedd, "en", title="Not yet")
    item.unpublish()
    editor = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))

    assert "Not yet" in client_at(gwynedd).get(make_link(editor, item)).text


def test_a_link_follows_the_draft_and_then_leads_to_the_page(
    two_authorities, client_at
):
    gwynedd, _devon = two_authorities
    item = drafted(gwynedd)
    link = make_link(client_at(gwynedd, make_staff(gwynedd, Role.EDITOR)), item)

    item.title = "Drafted again"
    item.save_revision()
    again = client_at(gwynedd).get(link).text
    republish(item, title="Published")
    led = client_at(gwynedd).get(link)

    assert "Drafted again" in again
    assert led.status_code == 302
    assert led.headers["Location"] == urlsplit(item.full_url).path


def test_a_link_ends_by_itself_or_by_hand_and_is_never_the_same_again(
    two_authorities, client_at
):
    gwynedd, _devon = two_authorities
    item = drafted(gwynedd)
    editor = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    reader = client_at(gwynedd)
    first = make_link(editor, item)

    with time_machine.travel(timezone.now() + dt.timedelta(days=DAYS, minutes=1)):
        late = reader.get(first)
    editor.post(reverse("share_draft", args=[item.pk]), {"do": "end"})
    ended = reader.get(first)
    second = make_link(editor, item)

    for answer in (late, ended):
        assert answer.status_code == 404
        assert "Ask whoever sent it to you for a new one." in answer.text
        assert "As drafted" not in answer.text
    assert second != first
    assert reader.get(second).status_code == 200
    assert DraftLink.objects.count() == 1
    told = PageLogEntry.objects.filter(action__startswith="drafts.")
    assert [entry.action for entry in told.order_by("timestamp")] == [
        "drafts.shared",
        "drafts.ended",
        "drafts.shared",
    ]


def test_only_those_who_edit_the_page_at_its_own_service_make_a_link(
    two_authorities, client_at
):
    gwynedd, devon = two_authorities
    item = drafted(gwynedd)
    address = reverse("share_draft", args=[item.pk])

    answers = {
        who: client_at(site, make_staff(site, role)).post(address, {"do": "make"})
        for who, site, role in (
            ("editor", gwynedd, Role.EDITOR),
            ("coordinator", gwynedd, Role.COORDINATOR),
            ("devon", devon, Role.EDITOR),
        )
    }

    statuses = {who: answer.status_code for who, answer in answers.items()}
    assert statuses["editor"] == 302
    assert statuses["devon"] == 404
    assert DraftLink.objects.get().site == gwynedd


def test_there_is_nothing_to_share_of_a_page_without_a_draft(started, client_at):
    gwynedd = make_service("gwynedd")
    editor = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    address = reverse("share_draft", args=[home_of(gwynedd, "en").pk])

    assert "there is no draft to share" in editor.get(address).text
