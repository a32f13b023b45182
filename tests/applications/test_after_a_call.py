"""Whoever rang is mailed the form, and what they send joins the case that stands."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.translation import override

from cms.mail.sending import send_due
from cms.models import OutboundEmail
from cms.publishing import own_words
from cms.roles import Role
from forms.applications.letters import address_of_application
from forms.applications.models import Application, ApplicationPage
from forms.casework.models import Case
from forms.casework.services import move_case
from forms.casework.timeline import timeline
from tests.factories import make_staff
from tests.journeys.walking import PART_ONE

pytestmark = pytest.mark.django_db
NOT_ASKED = ("your-language",)


@pytest.fixture
def coordinator(client_at, gwynedd):
    staff = client_at(gwynedd, make_staff(gwynedd, Role.COORDINATOR))
    staff.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return staff


def ring(coordinator, **changes):
    """Key in a call, and send the link."""
    said = {
        "name": "Siân Wyn",
        "reach": "sian@post.example",
        "wish": "cy",
        "token": str(uuid4()),
        "send_link": "1",
    }
    return coordinator.post(reverse("applications:call"), {**said, **changes})


def path_in(mail):
    return re.search(r"/cy/gwneud-cais/parhau/[\w-]{43}/", mail.text)[0]


def test_the_link_goes_once_in_their_language_and_the_answer_joins_the_case(
    coordinator, another
):
    token = str(uuid4())
    for _click in range(2):
        ring(coordinator, token=token)
    send_due()
    case = Case.objects.get()
    mail = OutboundEmail.objects.get(template="casework/letter")
    assert (mail.to, mail.language) == ("sian@post.example", "cy")
    assert "Siân" not in mail.subject
    person = another()
    shown = person.client.get(path_in(mail)).content.decode()
    opened = person.client.post(path_in(mail))
    assert case.reference not in shown
    assert opened["Location"] == "/cy/gwneud-cais/cod-post/?notice=welcome"
    contact = person.look("contact", "cy")
    assert contact.status_code == 302
    for slug in PART_ONE:
        if slug not in NOT_ASKED:
            assert person.answer(slug, "cy").status_code == 302, slug

    sent = person.send("cy")
    page = person.look("sent", "cy").content.decode()

    assert sent["Location"] == "/cy/gwneud-cais/wedi-anfon/"
    assert case.reference in page
    case = Case.objects.get()
    assert (case.stage, case.display_name, case.spoken_language) == (
        *("submitted", "Siân Ŵyn", "cy"),
    )
    application = Application.objects.get(case=case)
    assert application.answers["write_language"] == "cy"
    assert application.second_part_at is None
    assert OutboundEmail.objects.filter(template="applications/received").count() == 1
    with override("en"):
        events = [event.title for event in timeline(case, stages=True)]
    assert "They write themselves now. We had noted: Siân Wyn" in events
    assert "Keyed in (by phone)" in events
    assert case.arrival.how == "phone"


def test_what_we_noted_stands_in_the_form_and_they_may_add_a_number(
    coordinator, another
):
    ring(coordinator)
    send_due()
    person = another()
    person.client.post(path_in(OutboundEmail.objects.get(template="casework/letter")))
    for slug in list(PART_ONE)[1:5]:
        person.answer(slug, "cy")

    page = person.look("contact", "cy").content.decode()

    assert 'value="Siân Wyn"' in page
    assert 'value="sian@post.example"' in page


def test_a_link_cannot_go_to_a_telephone(coordinator):
    answer = ring(coordinator, reach="07700 900123")

    assert "the link cannot be sent to a phone number" in answer.content.decode()
    assert not Case.objects.exists()


def test_without_a_form_the_case_is_kept_and_staff_hear_why(coordinator, gwynedd):
    with own_words():
        for page in ApplicationPage.objects.all():
            page.unpublish()

    answer = ring(coordinator)

    page = coordinator.get(answer["Location"]).content.decode()
    assert "Your website has no application form." in page
    assert Case.objects.count() == 1
    assert not OutboundEmail.objects.filter(template="casework/letter").exists()


def test_a_case_that_staff_moved_on_stays_where_it_is(coordinator, another, gwynedd):
    ring(coordinator)
    case = Case.objects.get()
    move_case(case=case, to="screening", by=None)
    person = another()
    path = re.sub(r"^https?://[^/]+", "", address_of_application(case))
    person.client.post(path)
    for slug in list(PART_ONE)[1:]:
        person.answer(slug, "cy")

    person.send("cy")

    case.refresh_from_db()
    assert case.stage == "screening"
    assert Application.objects.filter(case=case).exists()


def test_the_letter_is_offered_from_the_case_until_they_apply(coordinator, another):
    ring(coordinator)
    case = Case.objects.get()
    letter = reverse("applications:letter", args=[case.pk, "apply"])
    shown = coordinator.get(reverse("applications:case", args=[case.pk]))
    assert letter in shown.content.decode()
    person = another()
    person.client.post(re.sub(r"^https?://[^/]+", "", address_of_application(case)))
    for slug in list(PART_ONE)[1:]:
        person.answer(slug, "cy")
    person.send("cy")

    shown = coordinator.get(reverse("applications:case", args=[case.pk]))

    assert letter not in shown.content.decode()
    assert "second_part" in shown.content.decode()
