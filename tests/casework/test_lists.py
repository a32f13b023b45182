"""A few lists stand ready in an inbox; others are kept by whoever wants them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from forms.casework.models import SavedFilter
from forms.casework.saved_filters import MOST
from forms.casework.services import assign_case, mail_person, move_case, write_note
from tests.casework.factories import make_case, url
from tests.factories import make_staff

pytestmark = pytest.mark.django_db


def listed(staff, cases, query):
    page = staff.get(f"{url('index')}?{query}").content.decode()
    return [case for case in cases if case.reference in page]


def keep(client, name="Welsh speakers", asked="language=cy", kind="applications"):
    address = url("keep_filter", kind=kind)
    return client.post(address, {"name": name, "asked": asked}, follow=True)


def test_what_stands_ready_is_linked_and_says_which_is_open(staff, case):
    page = staff.get(f"{url('index')}?needs=today").content.decode()
    nav = page.partition('<nav aria-label="Lists">')[2].partition("</nav>")[0]

    for name in ("All", "Mine", "Due today", "Waiting for the person"):
        assert f">{name}</a>" in nav
    for name in ("New", "Talking", "Checks", "Ready", "Closed"):
        assert f">{name}</a>" in nav
    assert nav.count("aria-current") == 1
    assert 'needs=today" aria-current="true">Due today' in nav


def test_mine_are_those_of_the_reader(staff, gwynedd, coordinator, case):
    mine = make_case(gwynedd)
    assign_case(case=mine, to=coordinator, by=coordinator)

    assert listed(staff, [case, mine], "assignee=me") == [mine]


def test_due_today_are_the_overdue_too_and_no_closed_ones(staff, gwynedd, coordinator):
    today = timezone.localdate()
    due = make_case(gwynedd, answer_by=today)
    late = make_case(gwynedd, answer_by=today - timedelta(days=2))
    later = make_case(gwynedd, answer_by=today + timedelta(days=1))
    closed = make_case(gwynedd)
    move_case(case=closed, to="withdrawn", reason="moved", by=coordinator)
    type(closed).objects.filter(pk=closed.pk).update(answer_by=today)
    cases = [due, late, later, closed]

    assert listed(staff, cases, "needs=today") == [due, late]
    assert listed(staff, cases, "needs=overdue") == [late]


def test_we_wait_for_those_to_whom_we_wrote_last(staff, gwynedd, coordinator):
    def written_to():
        case = make_case(gwynedd)
        mail_person(case=case, by=coordinator, letter="own", subject="s", body="b")
        return case

    waiting, talked, closed = written_to(), written_to(), written_to()
    write_note(case=talked, text="Rang back.", by=coordinator)
    move_case(case=closed, to="withdrawn", reason="moved", by=coordinator)
    cases = [waiting, talked, closed, make_case(gwynedd)]

    assert listed(staff, cases, "needs=waiting") == [waiting]


def test_a_list_is_kept_opened_and_let_go(staff, gwynedd, case):
    other = make_case(gwynedd, language="en")

    kept = keep(staff, asked="p=3&q=Siân&language=cy&evil=1").content.decode()
    row = SavedFilter.objects.get()
    page = staff.get(f"{url('index')}?{row.asked}").content.decode()
    gone = staff.post(url("forget_filter", row.pk), follow=True).content.decode()

    assert row.asked == "language=cy"
    assert "The list is kept, for you alone." in kept
    assert 'language=cy" aria-current="true">Welsh speakers</a>' in page
    assert case.reference in page
    assert other.reference not in page
    assert ">Welsh speakers</a>" not in gone
    assert not SavedFilter.objects.exists()


def test_a_list_of_the_same_name_takes_the_place_of_the_first(staff):
    keep(staff)
    keep(staff, name="WELSH speakers", asked="language=cy&needs=today")

    assert [(row.name, row.asked) for row in SavedFilter.objects.all()] == [
        ("WELSH speakers", "language=cy&needs=today")
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"name": " "}, "Write what to call the list."),
        ({"asked": ""}, "There is nothing to keep."),
        ({"asked": "step=zzz"}, "There is nothing to keep."),
        ({"asked": "p=2"}, "There is nothing to keep."),
    ],
)
def test_what_is_no_list_is_not_kept(staff, data, words):
    assert words in keep(staff, **data).content.decode()
    assert not SavedFilter.objects.exists()


def test_nobody_keeps_more_than_fit(staff):
    for number in range(MOST):
        keep(staff, name=f"List {number}")

    page = keep(staff, name="One too many").content.decode()

    assert "let one go first" in page
    assert SavedFilter.objects.count() == MOST


@pytest.mark.parametrize("stranger", ["colleague", "devon", "other inbox"])
def test_a_list_is_its_owners_alone(
    two_authorities, client_at, staff, coordinator, stranger
):
    keep(staff)
    row = SavedFilter.objects.get()
    gwynedd, devon = two_authorities
    site, user, kind = gwynedd, make_staff(gwynedd, "coordinator"), "applications"
    if stranger == "devon":
        site, user = devon, make_staff(devon, "coordinator")
    elif stranger == "other inbox":
        user, kind = coordinator, "referrals"
    client = client_at(site, user)

    page = client.get(url("index", kind=kind)).content.decode()
    answer = client.post(url("forget_filter", row.pk, kind=kind))

    assert "Welsh speakers" not in page
    assert answer.status_code == 404
    assert SavedFilter.objects.filter(pk=row.pk).exists()
    assert staff.post(url("forget_filter", row.pk)).status_code == 302
    assert not SavedFilter.objects.filter(pk=row.pk).exists()


def test_an_editor_keeps_no_list(client_at, gwynedd):
    editor = client_at(gwynedd, make_staff(gwynedd, "editor"))

    assert keep(editor).status_code == 404
    assert not SavedFilter.objects.exists()


def test_a_kept_list_whose_filter_is_gone_says_so(staff, case):
    page = staff.get(f"{url('index')}?assignee=999999").content.decode()

    assert "A filter of this list is no longer there" in page
    assert case.reference in page


def test_the_filters_survive_the_pages(staff, gwynedd):
    for _number in range(26):
        make_case(gwynedd)

    first = staff.get(f"{url('index')}?language=cy&ordering=-received_at")
    second = staff.get(f"{url('index')}?language=cy&ordering=-received_at&p=2")

    address = f"{url('index')}?language=cy&amp;ordering=-received_at&amp;p=2"
    assert f'href="{address}"' in first.content.decode()
    assert second.context["page_obj"].number == 2
    assert second.context["page_obj"].object_list.count() == 1
