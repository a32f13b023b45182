"""Two at once on a real PostgreSQL: two clicks send once, two tabs lose nothing."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, connections

from cms.models import OutboundEmail
from forms.applications.models import Application
from forms.casework.models import Case
from forms.journeys.models import Draft, Receipt
from tests.journeys.walking import PART_ONE, Applicant

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def needs_postgres():
    if connection.vendor != "postgresql":
        pytest.skip("needs TEST_DATABASE=postgres")


def together(*acts: Callable[[], Any]) -> list[Any]:
    """Start the acts at the same moment, each in a thread of its own."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        barrier.wait()
        try:
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def twin(applicant: Applicant, site: Any) -> Applicant:
    """The same browser's second tab."""
    other = Applicant(site)
    other.client.cookies = applicant.client.cookies
    return other


def test_two_sends_at_once_store_one_application(needs_postgres, applicant, gwynedd):
    applicant.answer_part_one()
    tabs = [twin(applicant, gwynedd) for _ in range(4)]

    answers = together(*[tab.send for tab in tabs])

    assert {answer.headers["Location"] for answer in answers} == {"/en/apply/sent/"}
    assert Application.objects.count() == Case.objects.count() == 1
    assert Receipt.objects.get().reference == Case.objects.get().reference
    assert OutboundEmail.objects.filter(template="applications/received").count() == 1


def test_two_tabs_at_once_keep_both_answers(needs_postgres, applicant, gwynedd):
    applicant.answer("your-language")
    # The areas to choose from follow from the postcode: not at the same moment.
    slugs = [slug for slug in PART_ONE if slug != "where-you-live"][1:]
    tabs = [(twin(applicant, gwynedd), slug) for slug in slugs]

    together(*[lambda t=tab, s=slug: t.post(s, PART_ONE[s]) for tab, slug in tabs])

    kept = Draft.objects.get().answers
    assert {name for slug in slugs for name in PART_ONE[slug]} <= set(kept)


def test_a_mailed_link_pressed_twice_at_once_opens_once(
    needs_postgres, applicant, another
):
    from forms.journeys.resuming import find_link

    applicant.answer("your-language")
    applicant.post("save", {"email": "sian@post.example"})
    mail = OutboundEmail.objects.get(template="journeys/resume")
    path = "/" + mail.context[mail.language]["url"].split("/", 3)[3]
    token = path.rstrip("/").rpartition("/")[2]
    people = [another() for _ in range(3)]

    answers = together(*[lambda p=person: p.client.post(path) for person in people])

    assert sorted(answer.status_code for answer in answers) == [302, 410, 410]
    draft = Draft.objects.get()
    assert find_link(site=draft.site, kind=draft.kind, token=token).used_at
