"""What is asked of an applicant, of whom it is asked, and what they are told."""

import pytest

from cms.mail.sending import send_due
from cms.models import OutboundEmail
from forms.applications.models import Application
from forms.casework.models import Case
from forms.journeys.models import Draft
from sites.models import Service
from tests.journeys.walking import PART_ONE, PART_TWO, Applicant

pytestmark = pytest.mark.django_db


def test_a_welsh_service_asks_for_both_languages_and_an_english_one_does_not(
    applicant, devon
):
    assert "/en/apply/your-language/" in applicant.look().content.decode()
    assert "/en/apply/postcode/" in Applicant(devon).look().content.decode()


def test_an_english_service_keeps_the_language_of_the_page(devon):
    applicant = Applicant(devon)
    for slug in list(PART_ONE)[1:]:
        assert applicant.answer(slug, "cy").status_code == 302
    applicant.send("cy")

    case = Case.objects.get()
    assert (case.language, case.spoken_language) == ("cy", "cy")


def test_the_postcode_finds_the_area_and_the_reader_may_correct_it(applicant):
    applicant.answer("your-language")
    applicant.answer("postcode", postcode="ex43pu")

    page = applicant.look("where-you-live").content.decode()
    applicant.answer("where-you-live", area="other", area_other="cornwall")

    assert "EX4 3PU is in Devon." in page
    assert "This service is for young people in Gwynedd, and you are welcome" in page
    assert Draft.objects.get().answers["area_other"] == "cornwall"


def test_living_elsewhere_is_no_exit(applicant):
    applicant.answer("your-language")
    applicant.answer("postcode", postcode="EX4 3PU")

    answer = applicant.answer("where-you-live", area="devon")

    assert answer.headers["Location"] == "/en/apply/your-age/"


def test_an_unknown_postcode_lets_the_reader_choose(applicant):
    applicant.answer("your-language")
    applicant.answer("postcode", postcode="ZZ99 9ZZ")

    page = applicant.look("where-you-live").content.decode()

    assert "We could not tell the area from your postcode" in page


def test_the_age_asked_for_is_the_services_own(applicant, gwynedd):
    Service.objects.filter(site=gwynedd).update(minimum_age=21)
    for slug in ("your-language", "postcode", "where-you-live"):
        applicant.answer(slug)

    assert b"Are you 21 or over?" in applicant.look("your-age").content


def test_somebody_too_young_is_thanked_and_nothing_is_kept(applicant):
    for slug in ("your-language", "postcode", "where-you-live"):
        applicant.answer(slug)

    answer = applicant.answer("your-age", old_enough="no")

    assert answer.headers["Location"] == "/en/apply/not-yet/"
    assert b"Our visitors are 18 or over" in applicant.look("not-yet").content
    assert Draft.objects.count() == 0


@pytest.mark.parametrize("tie", ["works", "councillor", "partner"])
def test_somebody_tied_to_the_council_is_shown_neighbours_and_nothing_is_kept(
    applicant, tie
):
    for slug in ("your-language", "postcode", "where-you-live", "your-age"):
        applicant.answer(slug)

    answer = applicant.answer("independence", independence=tie)
    page = applicant.look("other-services").content.decode()

    assert answer.headers["Location"] == "/en/apply/other-services/"
    assert "Powys" in page
    assert "Gwynedd Council</a>" not in page
    assert Draft.objects.count() == 0


def test_neighbours_on_the_platform_come_first(applicant, gwynedd):
    from forms.applications.queries import neighbouring_services
    from sites.models import Authority
    from tests.factories import make_service

    powys = Authority.objects.get(slug="powys")
    make_service("powys", authority=powys)

    found = neighbouring_services(Authority.objects.get(slug="gwynedd"), "cy")

    assert found[0].authority == powys
    assert found[0].url == "http://powys.localhost/cy/"
    assert [n.is_on_platform for n in found[1:]] == [False] * 20


def test_somebody_who_is_not_sure_goes_on_and_is_flagged(applicant):
    applicant.answer_part_one(independence="not_sure")
    applicant.send()

    assert Case.objects.get().has_flag("independence_unsure")


def test_the_regulation_named_is_the_nations_own(applicant, devon):
    welsh, english = applicant, Applicant(devon)
    for slug in ("your-language", "postcode", "where-you-live", "your-age"):
        welsh.answer(slug)
    for slug in ("postcode", "where-you-live", "your-age"):
        english.answer(slug)

    assert b"wsi/2015/1818" in welsh.look("independence").content
    assert b"uksi/2010/959" not in welsh.look("independence").content
    assert b"uksi/2010/959" in english.look("independence").content


def test_a_phone_number_is_enough_and_then_no_mail_goes(applicant):
    applicant.answer_part_one(email="", phone="07700 900 123")
    applicant.send()

    assert Case.objects.get().phone == "07700 900 123"
    assert not OutboundEmail.objects.filter(template="applications/received").exists()
    assert b"Write the number down" in applicant.look("sent").content


def test_the_mail_says_the_number_and_the_day_in_the_language_chosen(applicant):
    applicant.answer_part_one(write_language="cy")
    applicant.send()

    send_due()
    case = Case.objects.get()
    mail = OutboundEmail.objects.get(template="applications/received")
    assert (mail.language, mail.to) == ("cy", "sian@post.example")
    assert case.reference in mail.text
    assert str(case.answer_by.year) in mail.text


def test_the_services_own_mail_has_the_number_and_nothing_of_the_person(applicant):
    applicant.answer_part_one()
    applicant.send()

    send_due()
    mail = OutboundEmail.objects.get(template="casework/new_case")
    assert Case.objects.get().reference in mail.text
    assert "Siân" not in mail.text + mail.subject + mail.html


def test_the_second_part_is_asked_straight_on_if_they_like(applicant):
    applicant.answer_part_one()
    applicant.answer("send-or-go-on", go_on="now")
    for slug in PART_TWO:
        assert applicant.answer(slug).status_code == 302, slug
    applicant.send()

    application = Application.objects.get()
    assert application.has_second_part
    assert application.answers["interests"] == ["walking"]


def test_a_referee_who_is_the_applicant_or_lives_with_them_is_refused(applicant):
    applicant.answer_part_one(phone="07700 900123")
    applicant.answer("send-or-go-on", go_on="now")
    referee = {
        "referee_1_name": "Rhys",
        "referee_1_relation": "volunteering",
        "referee_1_knows": "Y côr",
        "referee_1_email": "SIAN@post.example",
        "referee_1_phone": "+447700900123",
        "referee_1_same_address": "yes",
    }

    refused = applicant.post("first-referee", referee).content.decode()
    friend = {
        **referee,
        "referee_1_email": "rhys@post.example",
        "referee_1_phone": "",
        "referee_1_same_address": "no",
    }
    allowed = applicant.post("first-referee", friend)

    assert "This is your own email address" in refused
    assert "This is your own phone number" in refused
    assert "Name somebody who does not live with you" in refused
    assert allowed.status_code == 302


def test_the_words_about_a_criminal_record_are_the_agreed_ones(applicant):
    applicant.answer_part_one()
    applicant.answer("send-or-go-on", go_on="now")
    for slug in list(PART_TWO)[:-1]:
        applicant.answer(slug)

    page = applicant.look("checks").content.decode()

    assert (
        "A criminal record need not stop you. Please do not write about it here: we"
        " will talk in private before the DBS check. You never have to mention cautions"
        " or convictions that are 'protected'."
    ) in page


def test_nothing_is_asked_that_may_not_be_asked_before_the_checks():
    from forms.applications.journey import JOURNEY

    asked = {name for step in JOURNEY.steps for name in step.names}
    forbidden = ("birth", "dob", "address_", "insurance", "nation", "faith", "offence")
    assert not [name for name in asked if any(word in name for word in forbidden)]
    assert "ethnicity" not in asked
