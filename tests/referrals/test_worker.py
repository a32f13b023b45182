"""The child's social worker is written to by one button, with nothing of the child."""

import re

import pytest

from cms.mail.sending import send
from cms.models import OutboundEmail
from forms.casework.models import Case
from forms.referrals.models import CarerPage
from tests.casework.factories import make_case, url
from tests.factories import make_service, make_staff
from tests.referrals.walking import ADULT, CARER, CHILD, Asker, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.needs_plugin("referrals")]
TEMPLATE = "referrals/nudge_to_others"
WORKER = {"name": "Mari Huws", "email": "mari@gwynedd.example"}


@pytest.fixture
def gethin(gwynedd):
    return make_staff(gwynedd, "coordinator", first_name="Gethin")


@pytest.fixture
def staff(client_at, gwynedd, gethin):
    made = client_at(gwynedd, gethin)
    made.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return made


@pytest.fixture
def nudge(client_at, gwynedd):
    Asker(client_at(gwynedd), page_of(gwynedd, "en", CarerPage)).go(CARER)
    return Case.objects.get(site=gwynedd)


def screen(case):
    return url("worker", case.pk, kind="referrals")


def mails():
    return OutboundEmail.objects.filter(template=TEMPLATE)


def press(client, case, seen=0, **changes):
    return client.post(screen(case), {**WORKER, "seen": seen, **changes}, follow=True)


def test_the_address_the_carer_gave_stands_in_the_form(staff, nudge):
    case = staff.get(url("case", nudge.pk, kind="referrals")).content.decode()
    form = staff.get(screen(nudge)).content.decode()

    assert screen(nudge) in case
    assert f'value="{WORKER["name"]}"' in form
    assert f'value="{WORKER["email"]}"' in form
    assert not mails().exists()


def test_the_mail_has_a_link_and_nothing_of_the_child_or_the_carer(staff, nudge):
    said = press(staff, nudge).content.decode()

    mail = mails().get()
    send(mail.pk)
    mail.refresh_from_db()
    whole = f"{mail.subject} {mail.text} {mail.html} {mail.context}"
    assert (mail.to, mail.case_reference) == (WORKER["email"], nudge.reference)
    assert mail.language == "both"
    assert mail.text.index("Dim ond y cyngor") < mail.text.index("Only the council")
    for address in ("/cy/gofyn/", "/en/ask/"):
        assert re.search(rf"http://gwynedd\.localhost\S*{address}", mail.text)
    assert nudge.reference in mail.subject
    for detail in (CHILD, "Jan", "01632 960312", "jan@post.example", WORKER["name"]):
        assert detail not in whole
    assert "The email to the social worker goes now." in said
    assert "E-mail to somebody else" in said


def test_pressing_twice_writes_once_and_staff_may_mean_a_second(staff, nudge):
    press(staff, nudge)
    again = press(staff, nudge).content.decode()
    assert "written to already" in again
    assert mails().count() == 1

    looked = staff.get(screen(nudge)).content.decode()
    assert 'name="seen" value="1"' in looked
    press(staff, nudge, seen=1)
    assert mails().count() == 2


@pytest.mark.parametrize("address", ["", "mari", "mari@council.example\nBcc: a@b.c"])
def test_a_bad_address_sends_nothing_and_is_kept_in_the_form(staff, nudge, address):
    shown = press(staff, nudge, email=address, name="Nia").content.decode()

    assert "Nothing was sent." in shown
    assert 'value="Nia"' in shown
    assert not mails().exists()


def test_a_professional_is_not_told_of_and_has_no_such_screen(
    staff, client_at, gwynedd
):
    Asker(client_at(gwynedd), page_of(gwynedd, "en")).go(ADULT)
    case = Case.objects.get()

    assert (
        screen(case)
        not in staff.get(url("case", case.pk, kind="referrals")).content.decode()
    )
    assert staff.get(screen(case)).status_code == 404
    assert press(staff, case).status_code == 404
    assert not mails().exists()


def test_another_councils_staff_find_no_such_screen(client_at, gwynedd, nudge):
    devon = make_service("devon")
    stranger = client_at(devon, make_staff(devon, "coordinator"))

    assert stranger.get(screen(nudge)).status_code == 404
    assert press(stranger, nudge).status_code == 404
    assert not mails().exists()


def test_a_mail_that_did_not_reach_the_worker_never_goes_to_the_carer(staff, nudge):
    press(staff, nudge)
    mails().update(status=OutboundEmail.Status.FAILED)

    form = {"email": "jan.new@post.example"}
    staff.post(url("address", nudge.pk, kind="referrals"), form)

    assert Case.objects.get(pk=nudge.pk).email == "jan.new@post.example"
    failed = mails().get()
    assert (failed.to, failed.status) == (WORKER["email"], "failed")


def test_a_case_without_its_request_is_shown_all_the_same(staff, gwynedd):
    case = make_case(gwynedd, kind="referrals")

    assert staff.get(url("case", case.pk, kind="referrals")).status_code == 200
    assert staff.get(screen(case)).status_code == 404
