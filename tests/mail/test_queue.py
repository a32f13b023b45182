"""A mail is queued in the transaction of its change, or not at all."""

import datetime as dt

import pytest
from django.core import mail as django_mail
from django.db import connection, transaction
from django.template import TemplateDoesNotExist
from django.utils import timezone
from django.utils.translation import gettext_lazy

from cms.mail import MailRefused, OutboundEmail, retry, site_url
from cms.mail.context import give_back, keep
from tests.factories import make_service


@pytest.fixture
def gwynedd(provisioned):
    return make_service("gwynedd")


def test_a_queued_mail_waits_with_everything_it_needs(gwynedd, queue):
    email = queue(gwynedd)

    email.refresh_from_db()
    assert (email.status, email.attempts, email.to) == (
        "queued",
        0,
        "sian@cartref.example",
    )
    assert (email.site, email.case_reference) == (gwynedd, "GWY-1234")
    assert email.message_id.startswith("<")
    assert email.next_attempt_at <= timezone.now()


def test_nobody_can_read_a_mail_in_the_database(gwynedd, queue):
    email = queue(gwynedd)

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cms_outboundemail WHERE id = %s", [email.pk])
        row = " ".join(str(value) for value in cursor.fetchone())
    assert "cartref" not in row
    assert "Siân" not in row


@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_undone_sends_nothing(queue):
    gwynedd = make_service("gwynedd")

    @transaction.atomic
    def change_and_fail():
        queue(gwynedd)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()

    assert (OutboundEmail.objects.count(), django_mail.outbox) == (0, [])


@pytest.mark.django_db(transaction=True)
def test_a_task_hurries_the_mail_after_the_change_is_kept(queue):
    gwynedd = make_service("gwynedd")

    with transaction.atomic():
        queue(gwynedd)
        assert django_mail.outbox == []

    [message] = django_mail.outbox
    assert message.to == ["sian@cartref.example"]
    assert OutboundEmail.objects.get().status == "sent"


@pytest.mark.django_db(transaction=True)
def test_a_broken_task_queue_does_not_break_the_change(queue, monkeypatch):
    def refuse(_email_id):
        raise OSError

    gwynedd = make_service("gwynedd")
    monkeypatch.setattr("cms.mail.queue.hurry", refuse)

    with transaction.atomic():
        queue(gwynedd)

    assert OutboundEmail.objects.get().status == "queued"


@pytest.mark.parametrize(
    "address",
    [
        "nobody",
        "a@x.example, b@x.example",
        "a@x.example\nBcc: b@x.example",
        "Siân <a@x.example>",
        "",
    ],
)
def test_what_is_not_one_address_is_refused(gwynedd, queue, address):
    with pytest.raises(MailRefused) as refusal:
        queue(gwynedd, to=address)

    assert "x.example" not in str(refusal.value)
    assert not OutboundEmail.objects.exists()


def test_a_mail_without_its_templates_is_refused_at_once(gwynedd, queue):
    with pytest.raises(TemplateDoesNotExist):
        queue(gwynedd, template="tests/nothing")
    with pytest.raises(ValueError, match="label/name"):
        queue(gwynedd, template="hello")
    with pytest.raises(ValueError, match="fr"):
        queue(gwynedd, language="fr")


def test_only_plain_values_are_taken_as_context(gwynedd, queue):
    with pytest.raises(TypeError, match="not Site"):
        queue(gwynedd, context={"site": gwynedd})


def test_a_context_comes_back_as_it_was_in_each_language():
    context = {
        "name": "Siân",
        "day": dt.date(2027, 5, 3),
        "at": dt.datetime(2027, 5, 3, 14, 0, tzinfo=dt.UTC),
        "hour": dt.time(14, 0),
        "counts": [1, 2.5, None, True],
        "inner": {"day": dt.date(2027, 5, 4)},
    }

    kept = keep({**context, "word": gettext_lazy("Welsh")}, ("cy", "en"))

    assert give_back(kept, "cy") == {**context, "word": kept["cy"]["word"]}
    assert give_back(kept, "en") == {**context, "word": "Welsh"}


def test_only_a_failed_mail_is_put_back(gwynedd, queue):
    failed, sent = queue(gwynedd), queue(gwynedd)
    OutboundEmail.objects.filter(pk=failed.pk).update(
        status="failed", attempts=8, last_error="SMTPDataError 554"
    )
    OutboundEmail.objects.filter(pk=sent.pk).update(
        status="sent", sent_at=timezone.now(), attempts=1
    )

    retry(failed)
    retry(sent)

    assert (failed.status, failed.attempts, failed.last_error) == ("queued", 0, "")
    assert (sent.status, sent.attempts) == ("sent", 1)


def test_links_carry_the_sites_own_host_and_port(gwynedd):
    assert site_url(gwynedd, "/cy/") == "http://gwynedd.localhost/cy/"
    gwynedd.port = 8000
    gwynedd.save()
    assert site_url(gwynedd, "/cy/") == "http://gwynedd.localhost:8000/cy/"
    for elsewhere in ("//evil.example/", "https://evil.example", "cy/"):
        with pytest.raises(ValueError, match="one slash"):
            site_url(gwynedd, elsewhere)
