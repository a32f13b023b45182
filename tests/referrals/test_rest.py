"""The rest of a professional's request is asked for by a letter with a link."""

from uuid import uuid4

import pytest

from cms.mail.rendering import rendered
from cms.models import OutboundEmail
from forms.casework.models import Case
from forms.referrals.letters import without_rest_to_send
from forms.referrals.models import ReferralPage
from tests.casework.factories import url
from tests.factories import make_staff
from tests.referrals.test_professional import MORE
from tests.referrals.walking import ADULT, CARER, CHILD, YOUNG

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(gwynedd, client_at):
    return client_at(gwynedd, make_staff(gwynedd, "coordinator"))


def send_letter(staff, case):
    """As the coordinator does from the case; the address in the mail that goes."""
    address = url("letter", case.pk, "rest", kind="referrals")
    form = {"token": str(uuid4()), "written_in": case.language}
    form |= {"subject": "Gweddill", "body": "Helô Jan,\n\n{link}\n\nHwyl"}
    assert staff.post(address, form).status_code == 302
    mail = OutboundEmail.objects.latest("pk")
    text = rendered(mail).text
    start = text.index("http://gwynedd.localhost")
    return text[start:].split()[0].removeprefix("http://gwynedd.localhost")


def test_the_letter_leads_to_the_rest_and_is_offered_until_it_came(asker, staff):
    jan = asker("cy")
    jan.go(ADULT)
    case = Case.objects.get()
    offered = staff.get(url("case", case.pk, kind="referrals")).content.decode()

    jan.client.post(send_letter(staff, case))
    jan.go(MORE)

    case.refresh_from_db()
    shown = staff.get(url("case", case.pk, kind="referrals")).content.decode()
    letter = url("letter", case.pk, "rest", kind="referrals")
    assert (letter in offered, letter in shown) == (True, False)
    assert case.referral.more["legal_status"] == "s76"
    assert without_rest_to_send([case])[case.pk] == "The rest has come already."
    sent = [rendered(mail).text for mail in OutboundEmail.objects.all()]
    assert [text for text in sent if CHILD in text] == []


@pytest.mark.parametrize(("door", "answers"), [("carer", CARER), ("young", YOUNG)])
def test_nobody_but_a_professional_is_asked_for_more(request, staff, door, answers):
    request.getfixturevalue(door)("en").go(answers)
    case = Case.objects.get()

    page = staff.get(url("case", case.pk, kind="referrals")).content.decode()

    assert url("letter", case.pk, "rest", kind="referrals") not in page
    assert set(without_rest_to_send([case])) == {case.pk}


def test_without_a_page_to_lead_to_the_letter_says_so(asker, staff):
    asker("en").go(ADULT)
    case = Case.objects.get()
    ReferralPage.objects.update(live=False)
    before = OutboundEmail.objects.count()

    address = url("letter", case.pk, "rest", kind="referrals")
    form = {"token": str(uuid4()), "written_in": case.language}
    form |= {"subject": "The rest", "body": "Hello Jan,\n\n{link}\n\nBye"}
    answer = staff.post(address, form)

    assert "Publish its page." in answer.content.decode()
    assert OutboundEmail.objects.count() == before
