"""The second part by itself: asked for from the case, sent once, beside the first."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from cms.mail.sending import send_due
from cms.models import OutboundEmail
from cms.roles import Role
from forms.applications.journey import JOURNEY
from forms.applications.letters import address_of_second_part
from forms.applications.models import Application
from forms.casework.models import Case
from forms.casework.services import assign_case
from forms.casework.timeline import timeline
from forms.journeys.jobs import remind_of_drafts
from forms.journeys.models import Draft, Receipt
from sites.models import Service
from tests.factories import make_staff
from tests.journeys.walking import PART_TWO, Applicant

pytestmark = pytest.mark.django_db


def path_to(case):
    return re.sub(r"^https?://[^/]+", "", address_of_second_part(case))


def open_part_two(person, case):
    """Follow the mailed link as a person does: look, then press."""
    path = path_to(case)
    person.client.get(path)
    return person.client.post(path)


def answer_part_two(person, language="en", **changes):
    for slug, answers in PART_TWO.items():
        own = {k: v for k, v in changes.items() if k in answers}
        answer = person.answer(slug, language, **own)
        assert answer.status_code == 302, answer.content.decode()


def test_the_second_part_joins_the_first_in_the_same_case(case, another):
    person = another()
    opened = open_part_two(person, case)
    answer_part_two(person, "cy")

    sent = person.send("cy")
    page = person.look("sent", "cy").content.decode()

    assert opened.headers["Location"] == "/cy/gwneud-cais/profiad/?notice=welcome"
    assert sent.headers["Location"] == "/cy/gwneud-cais/wedi-anfon/"
    assert case.reference in page
    application = Application.objects.get()
    assert Case.objects.count() == 1
    assert application.has_second_part
    assert application.answers["name"] == "Siân Ŵyn"
    assert application.answers["interests_other"] == "canu"
    asked = [row["key"] for row in Case.objects.get().answers]
    assert asked.index("why") < asked.index("experience")


def test_it_shows_the_number_and_nothing_of_the_first_part(case, another):
    person = another()
    path = path_to(case)
    shown = person.client.get(path).content.decode()
    person.client.post(path)
    answer_part_two(person)

    check = person.look("check").content.decode()
    for page in (shown, check):
        assert case.reference in page
        for told in ("Siân", "sian@post.example", "LL55", "gwrando"):
            assert told not in page
    assert person.look("contact").status_code == 302


def test_sending_twice_from_two_devices_stores_it_once(case, another):
    first, second = another(), another()
    open_part_two(first, case)
    answer_part_two(first)
    open_part_two(second, case)
    for person in (first, first, second):
        person.send()

    assert Receipt.objects.count() == 2  # The first part's, and one of the second's.
    assert Case.objects.get().additions.count() == 1
    mails = OutboundEmail.objects.filter(template="applications/received_second")
    assert mails.count() == 1


def test_two_drafts_for_one_application_store_the_second_part_once(case, another):
    first, second = another(), another()
    open_part_two(first, case)
    answer_part_two(first)
    Draft.objects.filter(adds_to=case.reference).update(adds_to="")
    open_part_two(second, case)
    answer_part_two(second, interests_other="darllen")
    Draft.objects.filter(adds_to="", receipt=None).update(adds_to=case.reference)

    first.send()
    second.send()

    assert Application.objects.get().answers["interests_other"] == "canu"
    assert Case.objects.get().additions.count() == 1
    assert case.reference in second.look("sent").content.decode()


def test_it_is_acknowledged_and_the_service_told_without_a_word_of_them(case, another):
    person = another()
    open_part_two(person, case)
    answer_part_two(person)
    person.send()
    send_due()

    thanks = OutboundEmail.objects.get(template="applications/received_second")
    told = OutboundEmail.objects.get(template="casework/more_arrived")
    assert (thanks.to, thanks.language) == ("sian@post.example", "cy")
    assert case.reference in thanks.text
    assert case.reference in told.text
    assert "Siân" not in told.text + told.subject


def test_whoever_has_the_case_is_told(case, another, gwynedd):
    gethin = make_staff(gwynedd, Role.COORDINATOR, preferred_language="cy")
    assign_case(case=case, to=gethin, by=gethin)
    person = another()
    open_part_two(person, case)
    answer_part_two(person)
    person.send()

    told = OutboundEmail.objects.filter(template="casework/more_arrived")
    assert [(mail.to, mail.language) for mail in told] == [(gethin.email, "cy")]


def test_the_case_says_that_it_has_come(case, another):
    person = another()
    open_part_two(person, case)
    answer_part_two(person)
    person.send()

    titles = [event.title for event in timeline(Case.objects.get(), stages=True)]
    assert "The second part of the application has arrived" in titles


def test_the_applicant_cannot_be_their_own_referee_in_the_second_part(case, another):
    person = another()
    open_part_two(person, case)
    for slug in list(PART_TWO)[:5]:
        person.answer(slug)
    person.answer("referees", referees="now")

    page = person.answer(
        "first-referee",
        referee_1_name="Rhys Ŵyn",
        referee_1_relation="friend",
        referee_1_email="SIAN@post.example",
        referee_1_same_address="no",
    ).content.decode()

    assert "This is your own email address" in page


def test_the_link_is_another_sites_nowhere_and_works_once(case, another, devon):
    path = path_to(case)
    token = path.rstrip("/").rpartition("/")[2]

    abroad = Applicant(devon)
    assert abroad.look(f"resume/{token}").status_code == 404
    assert abroad.post(f"resume/{token}", {}).status_code == 404
    assert another().client.post(path).status_code == 302
    assert another().client.post(path).status_code == 410


def test_looking_at_the_link_uses_nothing_up_and_it_expires(case, another):
    path = path_to(case)
    for _scanner in range(3):
        assert another().client.get(path).status_code == 200

    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert another().client.post(path).status_code == 410


def test_a_second_invitation_goes_on_with_what_was_begun(case, another):
    first, second = another(), another()
    open_part_two(first, case)
    first.answer("experience")

    answer = open_part_two(second, case)

    assert answer.headers["Location"].startswith("/cy/gwneud-cais/diddordebau/")
    assert Draft.objects.filter(adds_to=case.reference).count() == 1


def test_who_was_invited_is_reminded_once(case):
    address_of_second_part(case)
    with time_machine.travel(timezone.now() + timedelta(days=26)):
        remind_of_drafts()
        remind_of_drafts()

    mail = OutboundEmail.objects.get(template="journeys/reminder")
    assert (mail.to, mail.language) == ("sian@post.example", "cy")


def test_the_link_leads_nowhere_once_the_application_is_gone(case, another):
    path = path_to(case)
    opened = another()
    opened.client.post(path)
    another_path = path_to(case)
    case.delete()

    assert another().client.get(another_path).status_code == 410
    assert opened.look("interests").headers["Location"] == (
        "/en/apply/your-language/?notice=early"
    )


def test_what_was_declared_is_kept_word_for_word_in_the_language_shown(
    applicant, gwynedd
):
    Service.objects.filter(site=gwynedd).update(controller="Cyngor Gwynedd")
    applicant.answer_part_one("cy")
    page = applicant.look("check", "cy").content.decode()
    applicant.send("cy")

    kept = {said["key"]: said for said in Application.objects.get().statements}
    assert set(kept) == {"declaration", "privacy"}
    for said in kept.values():
        assert (said["version"], said["language"]) == ("1", "cy")
        assert said["text"] in page
    assert "Cyngor Gwynedd" in kept["privacy"]["text"]


def test_changed_words_of_a_declaration_need_a_new_version():
    """Change the version in the journey together with the words here."""
    assert JOURNEY.declaration_version == JOURNEY.privacy_version == "1"
    assert str(JOURNEY.declaration) == "What I have written is true as far as I know."
