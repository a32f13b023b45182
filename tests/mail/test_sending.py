"""Mails go to a real SMTP server once, whatever happens to server and workers."""

import datetime as dt
import os
import subprocess
import sys
import threading
import time
from email.utils import parseaddr

import pytest
import time_machine
from django.db import connections
from django.utils import timezone

from cms.mail import OutboundEmail, retry
from cms.mail.sending import (
    ASK_AGAIN,
    BACK_OFF,
    LEASE,
    MAX_ATTEMPTS,
    Outcome,
    send,
    send_due,
)
from tests.factories import make_service

WORKER = """
import django
from django.conf import settings
django.setup()
settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", {port}
from cms.mail.sending import send_due
send_due()
"""


@pytest.fixture
def gwynedd(provisioned):
    return make_service("gwynedd")


def later(delta):
    return time_machine.travel(timezone.now() + delta, tick=True)


def test_a_mail_arrives_as_text_and_html_with_its_headers(gwynedd, queue, mailbox):
    email = queue(gwynedd)

    assert send_due() == 1

    [message] = mailbox.messages
    email.refresh_from_db()
    assert mailbox.recipients == ["sian@cartref.example"]
    assert message["Subject"] == "Diolch, Siân Ŵyn"
    assert parseaddr(message["From"]) == (
        "Ymwelwyr Annibynnol Gwynedd",
        "post@iv.example",
    )
    assert message["Reply-To"] == "iv@gwynedd.example"
    assert message["Message-ID"] == email.message_id
    assert message["Message-ID"].endswith("@iv.example>")
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "cy"
    text, html = (message.get_body([kind]).get_content() for kind in ("plain", "html"))
    assert text.replace("\r\n", "\n") == email.text
    assert html.replace("\r\n", "\n").strip() == email.html.strip()
    assert (email.status, email.attempts, email.lease_until) == ("sent", 1, None)
    assert email.sent_at is not None


def test_a_sent_mail_is_not_sent_again(gwynedd, queue, mailbox):
    email = queue(gwynedd)
    send_due()

    assert (send(email.pk), send_due()) == (Outcome.NOT_OURS, 0)
    assert len(mailbox.messages) == 1


def test_while_the_server_is_away_mails_wait_and_then_go_once(
    gwynedd, queue, start_server, caplog
):
    first, second = queue(gwynedd), queue(gwynedd)

    assert send_due() == 0

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, first.attempts) == ("queued", 1)
    assert first.last_error.startswith("ConnectionRefusedError")
    assert first.next_attempt_at > timezone.now() + dt.timedelta(seconds=50)
    assert (second.status, second.attempts) == ("queued", 0), "one asks for all"
    assert "cartref" not in caplog.text

    mailbox = start_server()
    with later(dt.timedelta(minutes=2)):
        assert (send_due(), send_due()) == (2, 0)
    assert {m["Message-ID"] for m in mailbox.messages} == {
        first.message_id,
        second.message_id,
    }
    assert len(mailbox.messages) == 2


def test_a_mail_is_tried_ever_less_often_and_then_shown_as_failed(
    gwynedd, queue, smtp_port
):
    email = queue(gwynedd)
    waited = []

    for _attempt in range(MAX_ATTEMPTS):
        email.refresh_from_db()
        with time_machine.travel(email.next_attempt_at, tick=False):
            asked_at = timezone.now()
            assert send(email.pk) is Outcome.OUTAGE
            email.refresh_from_db()
            waited.append(email.next_attempt_at - asked_at)

    assert waited[:-1] == list(BACK_OFF)
    assert (email.status, email.attempts) == ("failed", MAX_ATTEMPTS)
    with later(dt.timedelta(days=30)):
        assert send(email.pk) is Outcome.NOT_OURS


def test_a_failed_mail_goes_when_somebody_retries_it(gwynedd, queue, start_server):
    email = queue(gwynedd)
    OutboundEmail.objects.update(status="failed", attempts=MAX_ATTEMPTS)
    mailbox = start_server()

    retry(email)

    assert send_due() == 1
    assert mailbox.messages[0]["Message-ID"] == email.message_id


@pytest.mark.parametrize(
    ("facts", "status", "error"),
    [
        ({"template": "tests/broken"}, "queued", "TemplateDoesNotExist"),
        ({"context": {"name": "a\nBcc: b@x.example"}}, "failed", "MailRefused"),
    ],
)
def test_a_mail_that_cannot_be_written_does_not_stop_the_others(
    gwynedd, queue, mailbox, facts, status, error
):
    broken, good = queue(gwynedd, **facts), queue(gwynedd)

    assert send_due() == 1

    broken.refresh_from_db()
    good.refresh_from_db()
    assert (broken.status, broken.last_error) == (status, error)
    assert good.status == "sent"


def test_a_slow_worker_does_not_overwrite_what_the_next_one_recorded(
    gwynedd, queue, mailbox, monkeypatch
):
    email = queue(gwynedd)

    def lose_the_lease(_message):
        OutboundEmail.objects.update(attempts=2, status="sent", sent_at=timezone.now())
        raise ConnectionResetError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", lose_the_lease)
    send(email.pk)

    email.refresh_from_db()
    assert (email.status, email.attempts, email.last_error) == ("sent", 2, "")


def test_a_mail_that_kills_every_worker_is_given_up(gwynedd, queue, mailbox):
    email = queue(gwynedd)
    OutboundEmail.objects.update(
        status="sending", attempts=MAX_ATTEMPTS, lease_until=timezone.now() - LEASE
    )

    send_due()

    email.refresh_from_db()
    assert (email.status, email.last_error) == ("failed", "WorkerKilled")
    assert mailbox.messages == []


@pytest.mark.django_db(transaction=True)
def test_a_mail_whose_worker_was_killed_goes_again_under_its_message_id(
    queue, mailbox, smtp_port, settings
):
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}
    }
    # A template of the host: the worker's process does not know those of the tests.
    said = {"subject": "Sgwrs", "body": "Helo"}
    email = queue(make_service("gwynedd"), template="cms/message", context=said)
    mailbox.hanging = True
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER.format(port=smtp_port)], env=os.environ
    )
    wait_until(lambda: mailbox.reached)

    worker.kill()
    worker.wait()
    mailbox.hanging = False

    email.refresh_from_db()
    assert (email.status, email.attempts) == ("sending", 1)
    assert send_due() == 0, "its lease is not over"
    with later(LEASE + dt.timedelta(seconds=1)):
        assert send_due() == 1
    email.refresh_from_db()
    assert (email.status, email.attempts) == ("sent", 2)
    assert [m["Message-ID"] for m in mailbox.messages] == [email.message_id]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_mail_once(queue, mailbox, settings):
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}
    }
    gwynedd = make_service("gwynedd")
    queued = [queue(gwynedd) for _ in range(12)]
    start = threading.Barrier(3)

    def work():
        try:
            start.wait()
            send_due()
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    sent = sorted(message["Message-ID"] for message in mailbox.messages)
    assert sent == sorted(email.message_id for email in queued)
    assert set(OutboundEmail.objects.values_list("status", "attempts")) == {("sent", 1)}


def wait_until(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.02)


def test_a_mail_of_a_missing_plugin_waits_and_spends_no_attempt(
    gwynedd, queue, mailbox
):
    waiting, other = queue(gwynedd), queue(gwynedd)
    known = waiting.template
    OutboundEmail.objects.filter(pk=waiting.pk).update(template="gone/received")

    outcomes = [send(waiting.pk), send(other.pk)]

    waiting.refresh_from_db()
    assert outcomes == [Outcome.NOT_SENT, Outcome.SENT]
    assert (waiting.status, waiting.attempts) == (OutboundEmail.Status.QUEUED, 0)
    assert waiting.last_error == "PluginMissing"
    OutboundEmail.objects.filter(pk=waiting.pk).update(template=known)
    with later(ASK_AGAIN):
        assert send_due() == 1
    assert len(mailbox.messages) == 2
