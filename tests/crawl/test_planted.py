"""The crawl finds what is planted, and says so where it did not come through."""

from typing import Any

import pytest

from cms.roles import Role
from tests.crawl.crawling import Crawl
from tests.crawl.routes import all_routes
from tests.factories import make_staff

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.slow,
    pytest.mark.needs_plugin("fostering"),
]


@pytest.fixture
def crawl(mine: Any, theirs: Any, visitor_as: Any, settings: Any) -> Crawl:
    """Over the planted addresses, which nobody told it of."""
    settings.ROOT_URLCONF = "tests.crawl.planted_urls"
    person = make_staff(mine.site, Role.MANAGER)
    crawl = Crawl(visitor_as(person, mine.site, "manager"), mine, theirs)
    crawl.run([route for route in all_routes() if "/planted/" in route.template])
    return crawl


def found(crawl: Crawl, *words: str) -> list[str]:
    return [
        str(finding)
        for finding in crawl.visitor.findings
        if all(word in str(finding) for word in words)
    ]


def test_it_finds_planted_leaks_writes_errors_doors_and_unknown_names(
    crawl: Crawl,
) -> None:
    for place in ("rows", "snippets"):
        # Lists and forms show rows of another service; a form changes one.
        assert found(crawl, f"GET /admin/planted/{place}/: 200 shows enquiry")
        assert found(crawl, f"GET /admin/planted/{place}/edit/7001/", "shows enquiry")
        assert found(crawl, f"POST /admin/planted/{place}/", "fostering.Enquiry 7001")
    assert found(crawl, "GET /admin/planted/broken/: 500 RuntimeError")
    assert crawl.turned_away == {"- /admin/planted/door/"}
    assert [line.partition(". Say it")[0] for line in crawl.unknown] == [
        "- /admin/planted/{grumbleweed}/: nobody knows what “grumbleweed” is"
    ]


@pytest.mark.long
def test_what_it_does_is_undone(crawl: Crawl, theirs: Any) -> None:
    assert crawl.visitor.before == crawl.visitor.theirs.now()
    assert crawl.visitor.findings != []
