"""An inbox of 5,000 asks the database no more than one of 50."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forms.casework.models import Case, SearchMark
from forms.casework.searching import drawers_of
from tests.casework.factories import make_case, url

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# Of these, the menu and the furniture of the admin take most; one asks whether this
# look at the list is written down already.
QUERIES = 17


def name(n: int) -> str:
    """A name; one in fifty is a Jones, the others begin in many ways."""
    b, v = "bcdfghlmnprstwy", "aeiou"
    first = f"{b[n % 15]}{v[n % 5]}{b[n // 15 % 15]}an"
    last = f"{b[n // 7 % 15]}{v[n // 3 % 5]}{b[n // 31 % 15]}on"
    return f"{first} {'Jones' if n % 50 == 7 else last}".title()


def fill(site, number, first=0):
    """So many cases at once, sealed and searchable like any other."""
    cases = Case.objects.bulk_create(
        Case(
            site=site,
            kind="applications",
            stage=("submitted", "screening", "checks")[n % 3],
            reference=f"GWY-{n:05}",
            language=("en", "cy")[n % 2],
            display_name=name(n),
            email=f"p{n}@post.example",
            answer_by=timezone.localdate() if n % 7 == 0 else None,
        )
        for n in range(first, first + number)
    )
    SearchMark.objects.bulk_create(
        SearchMark(site=site, case=case, drawer=drawer)
        for case in cases
        for drawer in drawers_of(site.pk, case.display_name, case.email)
    )


def cost_of(client, **asked):
    """The queries of a list seen before: the first look at it is written down."""
    look = client.post if "q" in asked else client.get
    assert look(url("index"), asked).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        answer = look(url("index"), asked)
    assert answer.status_code == 200
    return len(queries)


ASKED = [
    {},
    {"step": "talking", "language": "cy"},
    {"needs": "today"},
    {"needs": "waiting"},
    {"ordering": "place", "p": "2"},
    {"q": "jones"},
]


def test_the_inbox_costs_the_same_at_50_and_at_5000(staff, gwynedd):
    staff.get(url("case", make_case(gwynedd).pk))  # Fills content types and the like.
    fill(gwynedd, 60)
    small = [cost_of(staff, **asked) for asked in ASKED]

    fill(gwynedd, 4_940, first=60)
    large = [cost_of(staff, **asked) for asked in ASKED]

    assert large == small
    assert large[0] == QUERIES
    assert max(large) <= 25
