"""What the mail server refuses for good fails at once; for now, it is tried again."""

import pytest

from cms.mail.sending import send_due
from tests.factories import make_service


@pytest.fixture
def gwynedd(provisioned):
    return make_service("gwynedd")


def test_an_address_the_server_refuses_for_good_fails_at_once(
    gwynedd, queue, mailbox, caplog
):
    mailbox.answers["sian@cartref.example"] = "550 sian@cartref.example unknown"
    email = queue(gwynedd)
    other = queue(gwynedd, to="mair@cartref.example")

    assert send_due() == 1

    email.refresh_from_db()
    other.refresh_from_db()
    assert (email.status, email.last_error) == ("failed", "SMTPRecipientsRefused 550")
    assert other.status == "sent"
    assert "cartref" not in caplog.text


def test_an_address_the_server_refuses_for_now_is_tried_again(gwynedd, queue, mailbox):
    mailbox.answers["sian@cartref.example"] = "450 try later"
    email = queue(gwynedd)

    send_due()

    email.refresh_from_db()
    assert (email.status, email.last_error) == ("queued", "SMTPRecipientsRefused 450")


@pytest.mark.parametrize(
    ("answer", "status", "error"),
    [
        ("554 5.7.1 sian@cartref.example", "failed", "SMTPDataError 554"),
        ("452 4.3.1 out of room", "queued", "SMTPDataError 452"),
    ],
)
def test_a_message_refused_for_good_fails_at_once_and_one_for_now_waits(
    gwynedd, queue, mailbox, caplog, answer, status, error
):
    mailbox.at_data["sian@cartref.example"] = answer
    email, other = queue(gwynedd), queue(gwynedd, to="mair@cartref.example")

    assert send_due() == 1

    email.refresh_from_db()
    other.refresh_from_db()
    assert (email.status, email.attempts, email.last_error) == (status, 1, error)
    assert other.status == "sent"
    assert "cartref" not in caplog.text
