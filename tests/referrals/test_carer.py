"""A carer or somebody of the family asks in two minutes."""

from datetime import date

import pytest
import time_machine

from cms.language.dates import long_date
from cms.mail.sending import send
from cms.models import OutboundEmail
from forms.casework.models import Case
from tests.referrals.walking import (
    CARER,
    CHILD,
    GWYNEDD,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_carer_nudges_in_five_screens(carer, language):
    jan = carer(language)
    with time_machine.travel(date(2027, 4, 26), tick=False):  # A Monday.
        end = jan.go(CARER)

    case = Case.objects.get()
    assert case.reference in end
    assert long_date(case.answer_by, language) in end
    said = {"en": "Only the council can appoint a visitor.", "cy": "Dim ond y cyngor"}
    assert said[language] in jan.shown["you"]
    assert said[language] in end
    referral = case.referral
    assert (referral.role, referral.council.gss_code) == ("carer", GWYNEDD)
    assert (referral.child_name, referral.child_knows) == (CHILD, "not_yet")
    assert referral.child_says == ""
    assert referral.worker == {"name": "Mari Huws", "email": "mari@gwynedd.example"}
    assert case.answer_by == date(2027, 5, 4)


def test_the_mails_of_a_nudge_name_neither_child_nor_social_worker(carer):
    carer("cy").go(CARER)

    mails = OutboundEmail.objects.all()
    assert mails.count() == 2  # The notice to the service, the receipt to Jan.
    for mail in mails:
        send(mail.pk)
        sent = f"{mail.subject} {mail.text} {mail.html} {mail.context}"
        assert not [word for word in (CHILD, "Mari Huws", "mari@") if word in sent]


def test_a_carer_who_knows_little_can_ask_too(carer):
    little = {
        "child": {**CARER["child"], "council": "not_sure", "child_knows": "not_sure"},
        "likes": {"likes": ["not_sure"]},
        "worker": {"worker_name": "", "worker_email": ""},
    }
    carer("en").go({**CARER, **little})

    case = Case.objects.get()
    assert {f["code"] for f in case.flags} - {"too_fast"} == {"unknown_council"}
    assert (case.referral.council, case.referral.worker["name"]) == (None, "")
