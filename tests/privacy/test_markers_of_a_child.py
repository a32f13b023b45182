"""What is told of a child stands in the record, and nowhere else that anybody looks.

Every free answer of the three doors is a word of its own. It is looked for in all that
staff are shown, and in mails, logs, errors, the cache and the queue.
"""

import logging
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import count
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from cms.mail.sending import send
from cms.models import OutboundEmail
from cms.roles import Role
from forms.casework.models import Case
from sites.models import Authority
from tests.factories import make_service, make_staff
from tests.referrals.test_professional import MORE
from tests.referrals.walking import (
    ADULT,
    CARER,
    GWYNEDD,
    HEARD,
    YOUNG,
    Asker,
    carers_page_of,
    own_page_of,
    page_of,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.slow,
    pytest.mark.needs_plugin("referrals"),
]
MARK = re.compile(r"qzx\d+child", re.IGNORECASE)
RECORDS = "/admin/referrals/"
OF_THE_CHILD = ("child_name", "how_shown", "district", "call_me", "my_phone")
LEADS_AWAY = re.compile(r"logout|/sign-in/|/export|/documents/|\.(css|js|png|svg|ico)$")
MOST = 90


class Seen(HTMLParser):
    """What a page says of itself: its title, where it leads, what it autofills."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.title, self._in_title = "", False
        self.autofilled: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self._in_title = tag == "title"
        self.links += [given[name] for name in ("href", "action") if given.get(name)]
        if tag == "input" and given.get("name"):
            self.autofilled[given["name"]] = given.get("autocomplete") or "off"

    def handle_data(self, data):
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag):
        self._in_title = False


@pytest.fixture
def gwynedd(with_forms):
    return make_service("gwynedd", authority=Authority.objects.get(gss_code=GWYNEDD))


@pytest.fixture
def pages(client_at, gwynedd) -> list[str]:
    """Three requests have been sent: the pages on which they were written."""
    numbers = count(10)

    def word() -> str:
        return f"Qzx{next(numbers)}child"

    def asker(page):
        return Asker(client_at(gwynedd), page)

    professional = asker(page_of(gwynedd, "en"))
    professional.go(
        {
            **HEARD,
            "child": {**ADULT["child"], "child_name": word()},
            "who_explained": {**HEARD["who_explained"], "explained_by": word()},
            "says": {"child_says": "shows_without_words", "how_shown": word()},
            "heard": {**HEARD["heard"], "heard_by": word()},
            "ring": {**ADULT["ring"], "go_on": "now"},
            **MORE,
            "place": {**MORE["place"], "district": word()},
            "parents": {**MORE["parents"], "who_decided": word()},
        }
    )
    carer = asker(carers_page_of(gwynedd, "cy"))
    carer.go({**CARER, "child": {**CARER["child"], "child_name": word()}})
    young = asker(own_page_of(gwynedd, "cy"))
    adult = {"adult_name": word(), "adult_phone": "07700 900556"}
    young.go(
        {
            **YOUNG,
            "me": {**YOUNG["me"], "call_me": word()},
            "reach_me": {**YOUNG["reach_me"], "reach_me": "grown_up", **adult},
            "worry": {"worry": "yes", "worry_phone": "07700 900557"},
        }
    )
    return [text for who in (professional, carer, young) for text in who.shown.values()]


def walk(client) -> Iterator[tuple[str, Seen, str]]:
    """Every screen to which links lead, once an address, the records' own first."""
    waiting, known = ["/admin/", RECORDS, "/admin/reads/"], set()
    while waiting and len(known) < MOST:
        waiting.sort(key=lambda path: (not path.startswith(RECORDS), len(path)))
        path = waiting.pop(0)
        known.add(path)
        answer = client.get(path)
        if answer.status_code != 200 or "html" not in answer["Content-Type"]:
            continue
        seen = Seen(answer.text)
        yield path, seen, f"{answer.text}\n{answer.headers}"
        for link in seen.links:
            there = urlsplit(link).path
            new = there not in known and there not in waiting
            if new and there.startswith("/admin/") and not LEADS_AWAY.search(link):
                waiting.append(there)


@pytest.mark.parametrize("role", [Role.MANAGER, Role.COORDINATOR, Role.EDITOR])
def test_only_the_record_shows_it_and_no_title_link_or_header_does(
    pages, client_at, gwynedd, role
):
    shown, told = set(), {}
    for path, seen, whole in walk(client_at(gwynedd, make_staff(gwynedd, role))):
        said = " ".join([path, seen.title, *seen.links])
        if MARK.search(said):
            told[path] = MARK.search(said)[0]
        if MARK.search(whole):
            shown.add(path)

    assert told == {}
    assert {path for path in shown if not path.startswith(RECORDS)} == set()
    assert bool(shown) is (role != Role.EDITOR)  # Who sees nothing proves nothing.


def test_searches_of_the_admin_do_not_know_it(pages, client_at, gwynedd):
    manager = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))

    for address in ("wagtailadmin_pages:search", "wagtailadmin_explore_root"):
        text = manager.get(reverse(address), {"q": "Qzx"}, follow=True).text
        assert MARK.findall(text) == []


def test_forms_let_no_browser_keep_it_and_say_it_in_no_title(pages):
    seen = [Seen(text) for text in pages]

    asked = {name: said for page in seen for name, said in page.autofilled.items()}
    assert {n: asked[n] for n in OF_THE_CHILD if n in asked and asked[n] != "off"} == {}
    assert asked.keys() & {*OF_THE_CHILD}
    assert [page.title for page in seen if MARK.search(page.title)] == []


def test_mails_and_the_queue_of_tasks_do_not_hold_it(pages, mailoutbox):
    for mail in OutboundEmail.objects.all():
        send(mail.pk)
    kept = [f"{mail.context}{mail.subject}" for mail in OutboundEmail.objects.all()]
    tasks = [str(row) for row in DBTaskResult.objects.values_list("args_kwargs")]
    sent = [f"{mail.subject}{mail.body}{mail.message()}" for mail in mailoutbox]

    assert len(sent) == len(kept) >= 6
    assert MARK.findall(" ".join([*kept, *tasks, *sent])) == []


def test_the_log_does_not_say_it(client_at, gwynedd, caplog, request):
    caplog.set_level(logging.DEBUG)
    request.getfixturevalue("pages")
    client = client_at(gwynedd, make_staff(gwynedd, Role.COORDINATOR))
    for case in Case.objects.all():
        shown = client.get(reverse("referrals:case", args=[case.pk])).text
        assert MARK.search(shown)

    assert caplog.records
    assert MARK.findall(caplog.text) == []
