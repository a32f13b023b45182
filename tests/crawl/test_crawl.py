"""No answer to another's staff shows anything of Devon's, and none changes it."""

from typing import Any

import pytest

from cms.roles import DUTIES, LOCAL_ROLES, Role
from tests.crawl.crawling import Crawl
from tests.crawl.people import MANAGER, OTHERS, Sent
from tests.crawl.public import shown_by_design
from tests.crawl.routes import all_routes

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# Whatever a role of a service may open, its manager may: they try every filling there.
FEW, ALL = 1, 0


@pytest.mark.parametrize(
    ("sent", "most"),
    [
        pytest.param(MANAGER, ALL, id="manager"),
        *(
            pytest.param(p, ALL if p.at_hub else FEW, id=str(p), marks=pytest.mark.long)
            for p in OTHERS
        ),
    ],
)
def test_nothing_of_devon_is_shown_to_others_or_changed_by_them(
    mine: Any, theirs: Any, visitor_as: Any, sent: Sent, most: int
) -> None:
    person, routes = sent.person(mine.site), all_routes()
    visitor = visitor_as(
        person, mine.site, str(sent), allowed=shown_by_design(sent, theirs)
    )
    crawl = Crawl(visitor, mine, theirs, most=most)

    crawl.run(routes)

    assert crawl.unknown == []
    assert [str(finding) for finding in visitor.findings] == []
    assert crawl.turned_away == set()
    assert {str(route) for route in routes} - crawl.visited == set()
    # A person to whom all is shut sees nothing, and proves nothing.
    assert len(crawl.opened) > len(routes) // 6


def test_whatever_a_role_may_somebody_sent_in_may_and_not_the_manager_alone() -> None:
    sent = {person.role for person in (MANAGER, *OTHERS)}
    pages = {name for name, duty in DUTIES.items() if Role.TRANSLATOR in duty.roles}

    assert sent == {*LOCAL_ROLES, Role.HUB_EDITOR} - {Role.TRANSLATOR}
    assert pages
    assert [name for name in pages if Role.EDITOR not in DUTIES[name].roles] == []


def test_a_manager_may_whatever_another_role_of_a_service_may() -> None:
    of_services = [d.roles for d in DUTIES.values() if d.roles & {*LOCAL_ROLES}]

    assert of_services
    assert [roles for roles in of_services if Role.MANAGER not in roles] == []


def test_the_routes_are_those_of_the_resolver() -> None:
    routes = all_routes()

    assert len(routes) == len({route.template for route in routes}) > 200
    for needed in ("/admin/pages/{pk}/revisions/compare/", "/documents/", "/media/"):
        assert [route for route in routes if route.template.startswith(needed)]
