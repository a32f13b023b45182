"""What the inbox's screens say and do."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.models import OutboundEmail
from forms.casework.kinds import inboxes
from forms.casework.services import mail_person, move_case, write_note
from tests.casework.factories import make_case, state, url

pytestmark = pytest.mark.django_db


def test_the_case_shows_both_languages_how_to_reach_them_and_why(staff, gwynedd):
    case = make_case(gwynedd, flags=["too_fast"], spoken_language="either")

    page = staff.get(url("case", case.pk)).content.decode()

    for words in (
        "Pam hoffech chi fod yn Ymwelydd Annibynnol?",
        "Why would you like to be an Independent Visitor?",
        "Penwythnosau",
        "Weekends",
        "Siân Wyn ap Huw",
        "07700 900123",
        "sian@post.example",
        "Writes in Welsh · speaks either language",
        "It was filled in faster than people usually can.",
    ):
        assert words.replace("'", "&#x27;") in page
    title = page.partition("<title>")[2].partition("</title>")[0]
    assert case.reference in title
    assert "Siân" not in title


def test_a_note_posted_twice_by_a_double_click_stands_once(staff, case):
    data = {"text": "Rang her.", "token": str(uuid4())}
    for _click in range(2):
        assert staff.post(url("note", case.pk), data).status_code == 302

    page = staff.get(url("case", case.pk)).content.decode()
    assert page.count("Rang her.") == 1


def test_an_empty_note_is_refused_where_it_was_written(staff, case):
    answer = staff.post(url("note", case.pk), {"text": " ", "token": str(uuid4())})

    assert "Write something first." in answer.content.decode()
    assert case.notes.count() == 0


def test_a_stale_screen_cannot_move_the_case(staff, coordinator, case):
    move_case(case=case, to="screening", by=coordinator)

    answer = staff.post(
        url("close", case.pk),
        {"reason": "withdrawn.moved", "why": "old", "seen": "submitted"},
    )

    assert "Somebody else moved this case" in answer.content.decode()
    assert state(case)[0] == "screening"


def test_closing_without_a_reason_says_so_and_keeps_the_words(staff, case):
    answer = staff.post(
        url("close", case.pk), {"why": "moved house", "seen": "submitted"}
    )

    page = answer.content.decode()
    assert "Choose why you are closing the case." in page
    assert "moved house" in page


def test_the_letter_stands_ready_in_the_language_of_the_person(staff, case):
    page = staff.get(url("letter", case.pk, "ring")).content.decode()
    form = page.rpartition("<form")[2]

    letter, _rest, aside = form.partition("</form>")
    assert "Helô Angharad Morris" in letter
    assert f"Gawn ni eich ffonio? ({case.reference})" in letter
    assert "Gethin" in letter
    assert "Hello Angharad Morris" in aside  # What it says in English, to help.


def test_a_letter_with_its_gap_left_open_is_not_sent(staff, case):
    data = {"subject": "s", "body": "Helo\n…\nHwyl", "written_in": "cy"}

    answer = staff.post(url("letter", case.pk, "more"), data)

    assert "where the three dots stand" in answer.content.decode()
    assert case.casemails.count() == 0


def test_without_an_address_staff_are_told_to_ring(staff, gwynedd):
    case = make_case(gwynedd, email="")

    page = staff.get(url("case", case.pk)).content.decode()

    assert "Ring them on 07700 900123" in page
    assert url("letter", case.pk, "ring") not in page


def test_a_failed_mail_can_be_sent_again(staff, coordinator, case):
    sent = mail_person(
        case=case, by=coordinator, letter="own", subject="Helo", body="Corff"
    )
    OutboundEmail.objects.filter(pk=sent.mail_id).update(
        status="failed", attempts=5, sent_at=None
    )
    retry = url("retry", case.pk, sent.mail_id)

    assert retry in staff.get(url("case", case.pk)).content.decode()
    staff.post(retry)

    assert OutboundEmail.objects.get(pk=sent.mail_id).status != "failed"


def test_the_list_filters(staff, coordinator, gwynedd, case):
    yesterday = timezone.localdate() - timedelta(days=1)
    late = make_case(gwynedd, language="en", answer_by=yesterday, flags=["too_fast"])
    late.assignee = coordinator
    late.save()
    move_case(case=case, to="screening", by=coordinator)

    def listed(query):
        page = staff.get(f"{url('index')}?{query}").content.decode()
        return {c.reference for c in (case, late) if c.reference in page}

    both = {case.reference, late.reference}
    assert listed("") == both
    assert listed("step=talking") == {case.reference}
    assert listed("language=en") == {late.reference}
    assert listed("flagged=yes") == {late.reference}
    assert listed("needs=overdue") == {late.reference}
    assert listed(f"assignee={coordinator.pk}") == {late.reference}
    assert listed("assignee=nobody") == {case.reference}
    assert listed("assignee=999999&step=zzz&stage=zzz") == both


@pytest.mark.parametrize("words", ["angharad", "MORRIS", "Ängharad mor"])
def test_a_name_is_found_without_standing_in_an_address(staff, gwynedd, case, words):
    other = make_case(gwynedd)

    page = staff.post(url("index"), {"q": words}).content.decode()

    assert case.reference in page
    assert other.reference not in page


@pytest.mark.parametrize("kind", ["applications", "referrals"])
def test_the_menu_leads_to_the_list(staff, kind):
    item = next(item for _label, item in inboxes() if item.kind == kind)

    assert item().menu_url == url("index", kind=kind)


def test_an_empty_inbox_says_so(staff):
    assert "No applications yet" in staff.get(url("index")).content.decode()


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
def test_there_is_no_export_but_ours(staff, gwynedd, format_):
    make_case(gwynedd, display_name="Siân Ŵyn")

    answer = staff.get(url("index"), {"export": format_})

    assert answer["Content-Type"].startswith("text/html")
    assert "Siân Ŵyn" in answer.content.decode()


def cost_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_list_and_case_cost_the_same_however_much_there_is(staff, coordinator, gwynedd):
    first = make_case(gwynedd)
    staff.get(url("case", first.pk))  # Fills content types and the like.

    small = cost_of(staff, url("index")), cost_of(staff, url("case", first.pk))
    for number in range(6):
        make_case(gwynedd, display_name=f"Person {number}", flags=["too_fast"])
        write_note(case=first, text=f"{number}", by=coordinator)
        mail_person(
            case=first, by=coordinator, letter="own", subject="s", body=f"{number}"
        )
    large = cost_of(staff, url("index")), cost_of(staff, url("case", first.pk))

    assert large == small
    # Of these, the menu and the dashboard furniture of the admin take most.
    assert large[0] <= 22
    assert large[1] <= 29
