"""Every way in which staff see somebody's name leaves one line in the log of reads."""

import datetime as dt
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from cms.models import ReadLog
from forms.casework.models import UploadedList
from tests.casework.factories import make_case
from tests.casework.factories import url as url_of

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def people(gwynedd):
    return [
        make_case(gwynedd, display_name=name, email="") for name in ("Siân", "Tomos")
    ]


def logged():
    return [
        (row.action, row.reference, row.count, row.listed.split())
        for row in ReadLog.objects.order_by("pk")
    ]


LETTER = {
    "letter": "own",
    "subject_cy": "Noson wybodaeth ({reference})",
    "body_cy": "Helô {name}, dewch.",
    "subject_en": "Information evening ({reference})",
    "body_en": "Hello {name}, come.",
}


def of(cases):
    return sorted(case.reference for case in cases)


def ways(cases):
    """Each way of seeing names: how it is asked for, and what the log says of it."""
    one, both = cases[0], [case.pk for case in cases]
    letter = {**LETTER, "case": both, "deed": "preview", "token": str(uuid4())}
    return {
        "list": ("get", url_of("index"), {}),
        "rows": ("get", url_of("index_results"), {}),
        "search": ("post", url_of("index"), {"q": one.display_name}),
        "letters": ("post", url_of("several_letters"), letter),
        "moves": ("post", url_of("several_moves"), {"case": both}),
        "case": ("get", url_of("case", one.pk), {}),
        "print": ("get", url_of("print", one.pk), {}),
        "letter": ("get", url_of("letter", one.pk, "ring"), {}),
    }


@pytest.mark.parametrize(
    ("way", "action", "is_list"),
    [
        ("list", "list", True),
        ("rows", "list", True),
        ("letters", "preview", True),
        ("moves", "preview", True),
        ("case", "view", False),
        ("print", "print", False),
        ("letter", "view", False),
    ],
)
def test_each_way_of_seeing_names_is_one_line(staff, people, way, action, is_list):
    method, address, data = ways(people)[way]

    answer = getattr(staff, method)(address, data)

    assert answer.status_code == 200
    assert people[0].display_name in answer.content.decode()
    [(did, reference, count, listed)] = logged()
    if is_list:
        assert (did, reference, count) == (action, "", 2)
        assert sorted(listed) == of(people)
    else:
        assert (did, reference, count, listed) == (action, of(people[:1])[0], 1, [])


def test_a_search_is_logged_by_whom_it_found_and_never_by_what_was_typed(staff, people):
    staff.post(url_of("index"), {"q": "tomos"})
    staff.post(url_of("index"), {"q": "nobodyofthatname"})

    [row] = ReadLog.objects.all()
    assert (row.action, row.listed) == ("search", f" {people[1].reference} ")
    assert "tomos" not in str(vars(row)).lower()


def test_the_same_list_is_one_look_for_a_quarter_of_an_hour(staff, people):
    with time_machine.travel(timezone.now(), tick=False) as now:
        staff.get(url_of("index"))
        now.shift(dt.timedelta(minutes=14))
        staff.get(url_of("index"))
        once = len(logged())
        staff.get(url_of("index"), {"assignee": "me"})
        make_case(people[0].site)
        staff.get(url_of("index"))
        with_another = len(logged())
        now.shift(dt.timedelta(minutes=16))
        staff.get(url_of("index"))

    assert (once, with_another, len(logged())) == (1, 2, 3)


def test_an_export_says_of_each_record_with_how_many_it_went(staff, people):
    staff.get(url_of("export"))
    before = logged()
    staff.get(url_of("export"), {"file": "csv", "words": "en"})

    assert before == []
    assert sorted(logged()) == [("export", each, 2, []) for each in of(people)]


def test_a_page_that_names_nobody_is_no_read(staff, people):
    chosen = {"case": [case.pk for case in people]}

    composed = staff.post(url_of("several_letters"), chosen).content.decode()
    staff.get(url_of("import"))

    assert people[0].display_name not in composed
    assert logged() == []


def test_checking_a_list_is_a_read_of_so_many(staff, gwynedd):
    rows = [{"row": 2, "name": "Siân Wyn"}, {"row": 3, "name": "Tomos Rhys"}]
    listed = UploadedList.objects.create(site=gwynedd, kind="applications", rows=rows)

    shown = staff.get(url_of("import_check", listed.pk))

    assert shown.status_code == 200
    assert logged() == [("check", "", 2, [])]


def test_whom_somebody_who_rings_may_be_is_a_search(staff, people):
    said = {"name": "Tomos", "reach": "07700 900999", "wish": "cy"}

    answer = staff.post(url_of("call"), {**said, "token": str(uuid4())})
    shown = answer.content.decode()

    assert people[1].reference in shown
    assert logged() == [("search", "", 1, [people[1].reference])]


def test_the_dashboard_names_nobody_and_so_is_not_a_read(staff, people):
    shown = staff.get(reverse("wagtailadmin_home")).content.decode()

    assert people[0].reference in shown
    assert people[0].display_name not in shown
    assert logged() == []


def test_it_says_from_where_as_far_as_that_can_be_believed(staff, people, settings):
    from_there = {"REMOTE_ADDR": "192.0.2.77", "HTTP_USER_AGENT": FIREFOX}
    claimed = {"HTTP_X_FORWARDED_FOR": "203.0.113.9, 198.51.100.4"}

    settings.SECURE_PROXY_SSL_HEADER = None
    staff.get(url_of("case", people[0].pk), **from_there, **claimed)
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    staff.get(url_of("case", people[0].pk), **from_there, **claimed)

    assert list(ReadLog.objects.order_by("pk").values_list("address", "browser")) == [
        ("192.0.2.0/24", "Firefox, Windows"),
        ("198.51.100.0/24", "Firefox, Windows"),
    ]
