"""A mail that does not reach the person of a case is seen, and can be mended."""

import pytest
from django.utils import timezone

from cms.mail import MailRefused, OutboundEmail, send_elsewhere
from cms.mail.sending import BACK_OFF, MAX_ATTEMPTS, send_due
from forms.casework.errors import NoWayLeft
from forms.casework.models import Case
from forms.casework.needs import Need, with_need
from forms.casework.queries import waiting_for_the_person
from forms.casework.services import mail_person, move_case
from forms.casework.undelivered import correct_address, send_again, undelivered
from sites.models import Service
from tests.casework.conftest import coordinator, gwynedd, staff
from tests.casework.factories import make_case, url

__all__ = ["coordinator", "gwynedd", "staff"]

pytestmark = pytest.mark.django_db

WRONG, RIGHT = "sian@psot.example", "sian@post.example"
SENTENCE = f"The e-mail could not be delivered to {WRONG}."
MARK = "An e-mail could not be delivered"


@pytest.fixture
def case(gwynedd):
    return make_case(gwynedd, email=WRONG)


@pytest.fixture
def refused(case, coordinator, mailbox):
    """A letter of the case that the server has refused at once, for good."""
    mailbox.answers[WRONG] = "550 no such person"
    letter = mail_person(
        case=case, by=coordinator, letter="own", subject="Helo", body="Dewch draw."
    )
    send_due()
    return letter.mail


def screens(staff, case):
    """The case, and the list's table."""
    pages = (staff.get(address) for address in (url("case", case.pk), url("index")))
    one, table = (page.content.decode() for page in pages)
    return one, table.partition('<table class="listing')[2]


def test_a_refused_address_shows_on_the_case_and_first_in_the_inbox(
    staff, gwynedd, case, refused
):
    overdue = make_case(gwynedd, answer_by=timezone.localdate().replace(year=2020))

    one, table = screens(staff, case)

    assert SENTENCE in one
    assert "but this e-mail was refused" not in one
    assert url("retry", case.pk, refused.pk) in one
    assert 'id="task-address"' in one
    assert MARK in table
    assert table.index(case.reference) < table.index(overdue.reference)


def test_a_message_refused_at_a_good_address_says_so_and_goes_when_tried_again(
    staff, case, coordinator, mailbox
):
    mailbox.at_data[WRONG] = "554 5.7.1 taken for spam"
    mail_person(case=case, by=coordinator, letter="own", subject="Helo", body="x")
    send_due()

    one, table = screens(staff, case)
    assert "but this e-mail was refused" in one
    assert MARK in table

    del mailbox.at_data[WRONG]
    failed = OutboundEmail.objects.get(status="failed")
    staff.post(url("retry", case.pk, failed.pk))
    send_due()
    one, table = screens(staff, case)
    assert SENTENCE not in one
    assert MARK not in table


def test_one_that_nobody_took_in_all_its_attempts_shows_too(
    staff, case, coordinator, smtp_port
):
    mail_person(case=case, by=coordinator, letter="own", subject="Helo", body="x")
    mails = OutboundEmail.objects.filter(template="casework/letter")
    for _attempt in range(MAX_ATTEMPTS):
        assert SENTENCE not in staff.get(url("case", case.pk)).content.decode()
        mails.update(next_attempt_at=timezone.now() - BACK_OFF[-1])
        OutboundEmail.objects.exclude(template="casework/letter").delete()
        send_due()

    one, table = screens(staff, case)
    assert SENTENCE in one
    assert MARK in table


def test_correcting_the_address_sends_it_there_and_clears_the_mark(
    staff, case, refused, mailbox
):
    staff.post(url("address", case.pk), {"email": RIGHT})
    send_due()

    one, table = screens(staff, case)
    case.refresh_from_db()
    refused.refresh_from_db()
    assert case.email == RIGHT
    assert mailbox.recipients[-1] == RIGHT
    assert mailbox.messages[-1]["Subject"] == "Helo"
    assert mailbox.messages[-1]["Message-ID"] == refused.message_id
    assert refused.status == "sent"
    assert SENTENCE not in one
    assert f"E-mail address corrected: {WRONG} → {RIGHT}" in one
    assert MARK not in table


def test_what_is_no_address_is_refused_beside_the_field(staff, case, refused):
    answer = staff.post(url("address", case.pk), {"email": "sian@"})

    case.refresh_from_db()
    assert "Enter a valid email address." in answer.content.decode()
    assert case.email == WRONG


def test_trying_again_goes_to_where_the_person_is_now(case, refused, mailbox):
    case.email = RIGHT
    case.save(update_fields=["email"])

    send_again(case=case, mail=refused)
    send_due()

    assert mailbox.recipients[-1] == RIGHT


def test_trying_again_at_an_address_still_refused_fails_again(staff, case, refused):
    staff.post(url("retry", case.pk, refused.pk))
    send_due()

    assert SENTENCE in screens(staff, case)[0]


def test_whoever_has_no_e_mail_is_rung_and_the_mark_goes(staff, case, refused):
    staff.post(url("address", case.pk), {"email": ""})

    one, table = screens(staff, case)
    assert SENTENCE not in one
    assert "Ring them on 07700 900123" in one
    assert MARK not in table


def test_the_last_way_to_reach_somebody_is_not_taken_away(gwynedd, coordinator):
    case = make_case(gwynedd, phone="")

    with pytest.raises(NoWayLeft):
        correct_address(case=case, email="", by=coordinator)


def test_a_failed_mail_to_staff_says_nothing_of_the_person(case, mailbox):
    OutboundEmail.objects.filter(template="casework/new_case").update(status="failed")

    assert undelivered(case) == []


def test_a_closed_case_still_shows_that_its_last_letter_failed(
    coordinator, case, refused
):
    move_case(case=case, to="withdrawn", reason="moved", by=coordinator)

    [row] = with_need(Case.objects.all(), case.machine, timezone.localdate())
    assert row.need == Need.UNDELIVERED


def test_correcting_an_address_is_no_answer_of_the_person(coordinator, case, refused):
    correct_address(case=case, email=RIGHT, by=coordinator)

    assert list(waiting_for_the_person(Case.objects.all())) == [case]


def test_the_filter_shows_those_alone(staff, gwynedd, case, refused):
    other = make_case(gwynedd)

    page = staff.get(url("index"), {"needs": "undelivered"}).content.decode()

    assert case.reference in page
    assert other.reference not in page


def test_a_mail_on_its_way_is_not_sent_elsewhere(gwynedd, queue):
    email = queue(gwynedd)

    send_elsewhere(email, to="mair@cartref.example")

    assert email.to == "sian@cartref.example"
    with pytest.raises(MailRefused):
        send_elsewhere(email, to="a@b.example\nBcc: c@d.example")


def test_each_service_is_answered_at_its_own_address(two_authorities, queue, mailbox):
    for site, address in zip(
        two_authorities, ("iv@g.example", "iv@d.example"), strict=True
    ):
        Service.objects.filter(site=site).update(email=address)
        queue(site)

    send_due()

    assert [message["Reply-To"] for message in mailbox.messages] == [
        "iv@g.example",
        "iv@d.example",
    ]
