"""One reminder before saved answers are deleted, in their language, stoppable."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from cms import activation
from cms.mail.sending import send_due
from cms.models import OutboundEmail
from forms.journeys.jobs import remind_of_drafts
from forms.journeys.models import Draft
from sites.models import Service

pytestmark = pytest.mark.django_db


@pytest.fixture
def saved(applicant):
    """Somebody who has answered one question and saved in Welsh."""
    applicant.answer("your-language")
    applicant.post("save", {"email": "sian@post.example"}, "cy")
    return applicant


def reminders_after(days):
    """The reminders queued until so many days from now, asked for hour by hour."""
    with time_machine.travel(timezone.now() + timedelta(days=days)):
        for _hour in range(3):
            remind_of_drafts()
    return list(OutboundEmail.objects.filter(template="journeys/reminder"))


def path_in(mail, name):
    return re.sub(r"^https?://[^/]+", "", mail.context[mail.language][name])


def test_one_reminder_goes_five_days_before_the_answers_are_deleted(saved, another):
    assert reminders_after(24) == []

    mails = reminders_after(26) + reminders_after(28)

    assert len({mail.pk for mail in mails}) == 1
    assert (mails[0].to, mails[0].language) == ("sian@post.example", "cy")
    path = path_in(mails[0], "url")
    with time_machine.travel(timezone.now() + timedelta(days=29)):
        back = another().client.post(path)
    assert back.headers["Location"] == "/cy/gwneud-cais/cod-post/?notice=welcome"


def test_the_reminder_says_until_when_and_how_to_end_it(saved, mailoutbox):
    reminders_after(26)
    with time_machine.travel(timezone.now() + timedelta(days=26)):
        send_due()

    message = mailoutbox[-1]
    until = timezone.localdate(Draft.objects.get().expires_at)
    assert str(until.year) in message.body
    assert "/cy/gwneud-cais/nodyn-atgoffa/" in message.extra_headers["List-Unsubscribe"]


def test_who_wants_no_reminder_gets_none(saved, another):
    mail = OutboundEmail.objects.get(template="journeys/resume")
    path = path_in(mail, "keeping_url")
    asked = another().client.get(path)
    assert Draft.objects.get().wants_reminder

    stopped = another().client.post(path)

    assert asked.status_code == stopped.status_code == 200
    assert not Draft.objects.get().wants_reminder
    assert reminders_after(26) == []


def test_nobody_is_reminded_who_left_no_address_or_has_sent(applicant, another):
    applicant.answer_part_one()
    applicant.post("save", {"email": "sian@post.example"})
    applicant.send()
    nobody = another()
    nobody.answer("your-language")
    nobody.post("save", {"code": "1"})

    assert reminders_after(26) == []


@pytest.mark.parametrize("shut", ["closed", "off"])
def test_nobody_is_called_back_to_a_form_that_is_closed_or_off(saved, gwynedd, shut):
    if shut == "off":
        activation.disable(site=gwynedd, label="applications")
    else:
        service = Service.objects.get(site=gwynedd)
        service.form_terms = {"applications": {"state": "closed"}}
        service.save()

    assert reminders_after(26) == []
