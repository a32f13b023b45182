"""Links on one’s pages: collected, asked for politely, shown when they are broken."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Site

from cms.publishing import own_words
from cms.roles import Role
from pages.standard_pages.models import StandardPage
from sites.broken_links import screens
from sites.broken_links.checking import look, send_for_due
from sites.broken_links.collecting import collect
from sites.broken_links.models import MissedPath, OutgoingLink
from sites.broken_links.outgoing import Shown
from sites.broken_links.tasks import check_link
from sites.upkeep.week import this_week
from tests.factories import home_of, make_service, make_staff, publish
from tests.hub_news import elsewhere
from tests.hub_news.elsewhere import Website

pytestmark = pytest.mark.usefixtures("provisioned", "at_once")
LISTED = "/admin/broken-links/?show=out"
A_DAY = dt.timedelta(days=1)
State = OutgoingLink.State


@pytest.fixture(scope="module")
def server() -> Iterator[Website]:
    with elsewhere.website() as site:
        yield site


@pytest.fixture
def outside(server: Website, settings: Any) -> Website:
    server.answers.clear()
    server.asked.clear()
    settings.CHECK_LINKS = True
    also = frozenset({f"127.0.0.1:{server.port}"})
    settings.LINK_LIMITS = {"also": also, "seconds": 3.0}
    return server


@pytest.fixture
def gwynedd() -> Site:
    return make_service("gwynedd")


def page_with(site: Site, title: str, html: str) -> StandardPage:
    body = [{"type": "text", "value": html}]
    page = StandardPage(title=title, slug=title.lower(), body=body)
    return publish(page, home_of(site, "en"))


def linking(*urls: str) -> str:
    return "".join(f'<p><a href="{url}">Words</a></p>' for url in urls)


def states() -> dict[str, str]:
    rows = OutgoingLink.objects.exclude(host="")
    return {row.url.rpartition("/")[2]: row.state for row in rows}


def look_at_all(later: dt.timedelta = 0 * A_DAY) -> None:
    for row in OutgoingLink.objects.exclude(host=""):
        row.since = row.since and row.since - later
        row.save()
        look(row)


def test_what_is_gone_is_broken_at_once_and_what_fails_after_two_days(
    gwynedd: Site, outside: Website, client_at: Any
) -> None:
    says = {"fine": 200, "gone": 410, "missing": 404, "shy": 403, "ill": 500}
    urls = [
        outside.says(f"/{name}", elsewhere.plain("", status=status))
        for name, status in says.items()
    ]
    inside = f"http://10.0.0.1:{outside.port}/inside"
    page_with(gwynedd, "Costs", linking(*urls, inside, "mailto:a@b.example"))
    collect(gwynedd)

    look_at_all()
    first = states()
    look_at_all()
    same_day = states()
    look_at_all(later=A_DAY)

    known = {"fine": State.FINE, "gone": State.BROKEN, "missing": State.BROKEN}
    unknown = {"shy": State.UNCLEAR, "inside": State.UNCLEAR}
    assert first == same_day == {**known, **unknown, "ill": State.SUSPECT}
    assert states()["ill"] == State.BROKEN
    assert min(OutgoingLink.objects.values_list("due_at", flat=True)) > (
        timezone.now() + 6 * A_DAY
    )
    editor = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    shown = BeautifulSoup(editor.get(LISTED).text, "html.parser").main.get_text()
    assert "Costs" in shown
    assert "answers with the fault 500" in shown
    assert shown.count("There is nothing at this address any more.") == 2


def test_without_a_network_nothing_is_broken_and_switched_off_nothing_is_asked(
    gwynedd: Site, outside: Website, settings: Any
) -> None:
    page_with(gwynedd, "Costs", linking("http://nowhere.invalid/a", outside.at("/b")))
    collect(gwynedd)

    look(OutgoingLink.objects.get(host="nowhere.invalid"))
    alone = states()["a"]
    look(OutgoingLink.objects.get(host="127.0.0.1"))
    look(OutgoingLink.objects.get(host="nowhere.invalid"))

    assert (alone, states()["a"]) == (State.NEW, State.SUSPECT)
    settings.CHECK_LINKS = False
    OutgoingLink.objects.update(due_at=timezone.now() - A_DAY)
    asked = len(outside.asked)
    send_for_due()
    assert len(outside.asked) == asked


def test_a_website_is_asked_for_one_address_at_a_time_and_once_for_every_site(
    gwynedd: Site, outside: Website
) -> None:
    devon = make_service("devon")
    urls = [
        outside.says(f"/{name}", elsewhere.plain("", status=200)) for name in ("a", "b")
    ]
    for site in (gwynedd, devon):
        page_with(site, "Costs", linking(*urls))
        collect(site)

    send_for_due()
    once = len(outside.asked)
    send_for_due()
    send_for_due()

    asked = OutgoingLink.objects.filter(state=State.FINE)
    assert (once, len(outside.asked), asked.count()) == (1, 2, 4)


def test_a_deleted_page_is_listed_until_the_link_has_left_at_its_own_site_alone(
    gwynedd: Site, client_at: Any
) -> None:
    target = page_with(gwynedd, "Target", "<p>Here.</p>")
    link = f'<p><a linktype="page" id="{target.pk}">The way</a></p>'
    page = page_with(gwynedd, "Costs", link)
    gone = '<p><a linktype="document" id="987654">Form</a></p>'
    page_with(gwynedd, "Forms", gone)
    collect(gwynedd)
    assert [row.seen for row in OutgoingLink.objects.all()] == ["document"]
    target.delete()
    collect(gwynedd)
    person = make_staff(gwynedd, Role.EDITOR)
    editor = client_at(gwynedd, person)
    devon = make_service("devon")
    theirs = client_at(devon, make_staff(devon, Role.EDITOR))
    row = OutgoingLink.objects.get(seen="page")

    editor.get(LISTED)
    with CaptureQueriesContext(connection) as two:
        text = editor.get(LISTED).text
    refused = theirs.post(LISTED, {"link": row.pk, "do": "leave"})
    table = editor.get(f"{LISTED}&export=csv").content.decode("utf-8-sig")

    assert "A page that was deleted" in text
    assert "The way" in text
    assert "Costs,en,The way,A page that was deleted" in table
    assert "The way" not in theirs.get(LISTED).text
    assert refused.status_code == 404
    said = [todo.words for todo in this_week(person, gwynedd)]
    assert said == ["2 links on our pages lead nowhere."]
    page.body = []
    with own_words():
        page.save_revision().publish()
    editor.post(LISTED, {"link": row.pk, "do": "again"})
    with CaptureQueriesContext(connection) as one:
        assert "The way" not in editor.get(LISTED).text
    assert len(one) == len(two)
    assert OutgoingLink.objects.count() == 1


def test_links_are_taken_in_while_somebody_else_takes_them_in(gwynedd: Site) -> None:
    page_with(gwynedd, "Costs", linking("https://a.example/", "https://b.example/"))
    others = []

    def first(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith("INSERT") and not others:
            others.append(sql)
            now = timezone.now()
            OutgoingLink.objects.create(
                site=gwynedd, url="https://a.example/", due_at=now
            )
        return execute(sql, *rest)

    with connection.execute_wrapper(first):
        collect(gwynedd)

    assert (len(others), OutgoingLink.objects.count()) == (1, 2)


def test_pages_are_read_before_anything_is_locked(gwynedd: Site) -> None:
    page_with(gwynedd, "Costs", linking("https://a.example/"))
    outside = connection.savepoint_ids.copy()
    read_within = []

    def watch(execute: Any, sql: str, *rest: Any) -> Any:
        if "wagtailcore_page" in sql:
            read_within.append(connection.savepoint_ids != outside)
        return execute(sql, *rest)

    with connection.execute_wrapper(watch):
        collect(gwynedd)

    assert read_within
    assert not any(read_within)


def test_an_editor_who_asks_again_and_again_is_served_once(
    gwynedd: Site, outside: Website, client_at: Any
) -> None:
    gone = elsewhere.plain("", status=404)
    page_with(gwynedd, "Costs", linking(outside.says("/a", gone)))
    collect(gwynedd)
    look_at_all()
    long_ago = timezone.now() - 2 * A_DAY
    OutgoingLink.objects.update(asked_at=long_ago)
    row = OutgoingLink.objects.get()
    editor = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    before = len(outside.asked)

    for _time in range(3):
        editor.post(LISTED, {"link": row.pk, "do": "again"})
    at_once = len(outside.asked) - before
    send_for_due()
    then = len(outside.asked) - before
    editor.post(LISTED, {"link": row.pk, "do": "again"})
    send_for_due()
    check_link.enqueue(row.pk)  # As if sent while the worker was behind.

    assert (at_once, then > 0) == (0, True)
    assert len(outside.asked) - before == then


def test_links_and_addresses_left_out_share_their_pages_and_their_file(
    gwynedd: Site, client_at: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screens, "A_PAGE", 2)
    urls = [f"https://{name}.example/" for name in "abc"]
    page_with(gwynedd, "Costs", linking(*urls))
    collect(gwynedd)
    OutgoingLink.objects.update(state=State.BROKEN, seen="404", is_left_out=True)
    for path in ("/en/old", "/en/older"):
        today = timezone.localdate()
        MissedPath.objects.create(
            site=gwynedd, path=path, last_on=today, is_left_out=True
        )
    editor = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    left = LISTED.replace("out", "left")

    pages = [
        BeautifulSoup(editor.get(f"{left}&p={number}").text, "html.parser")
        for number in (1, 2)
    ]
    table = editor.get(f"{left}&export=csv").content.decode("utf-8-sig")

    shown = [
        [row.get_text(strip=True) for row in page.select(".iv-upkeep th[scope=row]")]
        for page in pages
    ]
    assert shown == [urls[:2], [urls[2], "/en/old"]]
    heads, *rows = [line.split(",") for line in table.splitlines()]
    assert {len(row) for row in rows} == {len(heads)}
    assert [row[3] for row in rows] == [*urls, "", ""]
    assert [row[7] for row in rows[3:]] == [
        gwynedd.root_url + path for path in ("/en/old", "/en/older")
    ]


def test_in_welsh_a_link_is_she_and_an_address_is_he() -> None:
    link = Shown(OutgoingLink(pk=1), [], "https://a.example/", "")
    with override("cy"):
        buttons = [
            render_to_string("broken_links/link.html", {"link": link}),
            render_to_string("broken_links/missed.html", {"row": MissedPath(pk=1)}),
        ]

    assert ["ei gadael allan" in button for button in buttons] == [True, False]
    assert ["ei adael allan" in button for button in buttons] == [False, True]
