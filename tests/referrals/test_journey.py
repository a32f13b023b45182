"""Asking for a visitor: adults in both languages, a young person, nothing let slip."""

import logging
import re
from datetime import date

import pytest
import time_machine
from django.utils.translation import override

from cms.language.dates import long_date
from cms.mail.sending import send
from cms.models import OutboundEmail
from forms.casework.models import Case
from forms.journeys.models import Draft
from forms.referrals import starter
from forms.referrals.letters import PASSED_ON
from forms.referrals.models import CarerPage, Referral, ReferralPage, YoungPage
from sites.models import Service
from tests.factories import make_service
from tests.referrals.walking import (
    ADULT,
    CHILD,
    DEVON,
    GWYNEDD,
    YOUNG,
    carers_page_of,
    own_page_of,
)

pytestmark = pytest.mark.django_db

HOST = "http://gwynedd.localhost"
AUTOFILL = re.compile(r'autocomplete="([^"]*)"')


def test_the_starter_pages_stand_in_both_languages_and_once(provisioned):
    site = make_service("gwynedd")
    starter.pages(site)
    starter.pages(site)

    for model, slugs in (
        (ReferralPage, ["gofyn", "ask"]),
        (CarerPage, ["gofyn-fel-gofalwr", "ask-as-a-carer"]),
        (YoungPage, ["gofyn-fy-hun", "ask-for-myself"]),
    ):
        pages = model.objects.order_by("locale__language_code")
        assert [(p.slug, p.live) for p in pages] == [(slug, True) for slug in slugs]
        assert len({p.translation_key for p in pages}) == 1
        assert all(p.language_ready_at for p in pages)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_professional_asks_in_a_few_screens(asker, language):
    jan = asker(language)
    with time_machine.travel(date(2027, 4, 26), tick=False):  # A Monday.
        end = jan.go(ADULT)

    case = Case.objects.get()
    referral = case.referral
    assert case.reference in end
    assert case.answer_by == date(2027, 5, 4)  # The first Monday of May is a holiday.
    assert long_date(case.answer_by, language) in end
    assert (case.kind, case.display_name, case.language) == ("referrals", "Jan", "cy")
    assert case.spoken_language == "en"
    assert (referral.role, referral.council.gss_code) == ("social_worker", GWYNEDD)
    assert (referral.child_name, referral.age_band) == (CHILD, "8-10")
    assert (referral.child_says, referral.more) == ("not_asked", {})
    assert not case.sayings.exists()
    asked = [row["key"] for row in case.answers]
    assert set(asked) == {key for step in ADULT.values() for key in step}


@pytest.mark.parametrize(
    ("council", "flags"),
    [
        (GWYNEDD, set()),
        (DEVON, {"other_council"}),
        ("not_sure", {"unknown_council"}),
    ],
)
def test_another_councils_child_is_flagged(asker, council, flags):
    asker("en").go({**ADULT, "child": {**ADULT["child"], "council": council}})

    case = Case.objects.get()
    usual = {"too_fast", "unconfirmed_sender"}
    assert {flag["code"] for flag in case.flags} - usual == flags


def test_nothing_of_the_child_leaves_the_case(asker, young, caplog):
    with caplog.at_level(logging.DEBUG):
        end = asker("cy").go(ADULT)
        young("en").go(YOUNG)
        for mail in OutboundEmail.objects.all():
            send(mail.pk)

    said = [
        f"{mail.subject} {mail.text} {mail.html} {mail.context}"
        for mail in OutboundEmail.objects.all()
    ]
    assert len(said) == 4  # Two notices, the receipt to Jan and the link to confirm.
    for text in (*said, caplog.text):
        assert CHILD not in text
        assert "07700 900555" not in text
    for text in (end,):
        title = text.partition("<title>")[2].partition("</title>")[0]
        assert CHILD not in title


@pytest.mark.parametrize(
    ("is_own", "answers", "steps"),
    [(True, YOUNG, YOUNG.keys()), (False, ADULT, {"child"})],
    ids=["young", "adult"],
)
def test_no_browser_keeps_what_is_said_of_the_child(
    asker, young, is_own, answers, steps
):
    person = (young if is_own else asker)("en")
    person.go(answers)

    kept = {
        step: set(AUTOFILL.findall(person.shown[step].partition("<main")[2]))
        for step in steps
    }

    assert set().union(*kept.values()) <= {"off"}, kept
    assert "off" in set().union(*kept.values())


def test_the_letter_that_passes_a_request_on_names_no_council():
    for language in ("en", "cy"):
        with override(language):
            words = f"{PASSED_ON.subject} {PASSED_ON.body}".lower()
        assert "council" not in words
        assert "cyngor" not in words


def test_the_receipt_goes_in_the_language_they_chose(asker):
    asker("en").go(ADULT)

    mail = OutboundEmail.objects.get(template="referrals/received")
    assert (mail.to, mail.language) == ("jan@post.example", "cy")
    assert set(mail.context["cy"]) == {"name", "reference", "answer_by"}


@pytest.mark.parametrize("reading", ["en", "cy"])
def test_a_young_person_chooses_how_we_write_and_how_we_speak(young, reading):
    choice = {"my_write_language": "en", "my_language": "either"}

    young(reading).go({**YOUNG, "reach_me": {**YOUNG["reach_me"], **choice}})

    case = Case.objects.get()
    assert (case.language, case.spoken_language) == ("en", "either")


def test_somebody_must_be_reachable(asker):
    jan = asker("en")
    jan.answer("who", **ADULT["who"])

    answer = jan.answer("reach", **{**ADULT["reach"], "email": "", "phone": ""})

    assert "Enter an email address or a phone number" in answer.content.decode()


def test_an_english_service_asks_no_language(gwynedd, asker):
    Service.objects.filter(site=gwynedd).update(welsh_standards=False)
    jan = asker("en")

    jan.go(ADULT)

    assert "write_language" not in jan.shown["reach"]
    assert Case.objects.get().language == "en"


def test_councils_stand_in_the_order_of_the_alphabet(asker):
    jan = asker("cy")
    jan.answer("who", **ADULT["who"])
    jan.answer("reach", **ADULT["reach"])

    page = jan.look("child")

    assert page.count("<option") == 177  # 175, "not sure" and nothing chosen.
    assert page.index(">Caerdydd<") < page.index(">Ceredigion<") < page.index(">Conwy<")


def test_a_full_name_is_not_kept(asker):
    jan = asker("en")
    for step in ("who", "reach"):
        jan.answer(step, **ADULT[step])

    answer = jan.answer("child", **{**ADULT["child"], "child_name": "x" * 41})

    assert "40 characters or fewer" in answer.content.decode()


def test_sending_twice_keeps_one_request(asker):
    jan = asker("en")
    jan.go(ADULT)
    jan.client.post(jan.address("check"))

    assert Referral.objects.count() == 1


def test_a_young_person_is_ti_in_welsh_and_an_adult_is_chi(asker, young):
    ela, jan = young("cy"), asker("cy")

    own, adult = ela.go(YOUNG), jan.go(ADULT)

    assert "Beth hoffet ti inni dy alw di?" in ela.shown["me"]
    assert "Hoffet ti i rywun dy ffonio di" in ela.shown["worry"]
    assert "Hoffwn" in ela.shown["worry"]
    assert "Gelli di ddweud na unrhyw bryd." in own
    assert "Beth mae’r plentyn yn ei ddweud?" in jan.shown["says"]
    assert "a gall y person ifanc ddweud na." in adult


@pytest.mark.parametrize(
    ("role", "language", "words", "page"),
    [
        ("young_person", "en", "Go to my form", own_page_of),
        ("young_person", "cy", "Mynd i’m ffurflen i", own_page_of),
        ("carer", "en", "Go to the form for carers and family", carers_page_of),
        ("family", "cy", "I’r ffurflen i ofalwyr a theulu", carers_page_of),
    ],
)
def test_who_has_a_form_of_their_own_is_led_there(
    asker, gwynedd, role, language, words, page
):
    person = asker(language)

    led = person.answer("who", role=role)
    out = person.client.get(led.headers["Location"])

    shown = out.content.decode()
    assert words in shown
    assert page(gwynedd, language).get_url().removeprefix(HOST) in shown
    assert not Draft.objects.exists()
