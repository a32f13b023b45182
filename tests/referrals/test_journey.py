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
from forms.referrals import starter
from forms.referrals.letters import PASSED_ON
from forms.referrals.models import Referral, ReferralPage
from sites.models import Service
from tests.factories import make_service
from tests.referrals.walking import ADULT, CHILD, DEVON, GWYNEDD, YOUNG

pytestmark = pytest.mark.django_db

AUTOFILL = re.compile(r'autocomplete="([^"]*)"')


def test_the_starter_page_stands_in_both_languages_and_once(provisioned):
    site = make_service("gwynedd")
    starter.pages(site)
    starter.pages(site)

    pages = ReferralPage.objects.order_by("locale__language_code")
    assert [(p.locale.language_code, p.slug, p.live) for p in pages] == [
        ("cy", "gofyn", True),
        ("en", "ask", True),
    ]
    assert len({p.translation_key for p in pages}) == 1
    assert all(p.language_ready_at for p in pages)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_adult_asks_in_six_screens(asker, language):
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
    assert (referral.role, referral.council.gss_code) == ("carer", GWYNEDD)
    assert (referral.child_name, referral.age_band) == (CHILD, "8-10")
    assert (referral.child_knows, referral.child_says) == ("not_yet", "not_asked")
    asked = [row["key"] for row in case.answers]
    assert asked == ["role", *(key for step in list(ADULT)[1:] for key in ADULT[step])]


def test_a_young_person_asks_in_their_own_words(asker):
    ela = asker("en")
    with time_machine.travel(date(2027, 4, 26), tick=False):
        end = ela.go(YOUNG)

    case = Case.objects.get()
    assert case.answer_by == date(2027, 4, 28)
    assert long_date(case.answer_by, "en") in end
    assert "You can say no at any time." in end
    assert (case.display_name, case.phone) == ("Young person", "07700 900555")
    assert {flag["code"] for flag in case.flags} >= {
        "worry",
        "under_13",
        "unknown_council",
    }
    assert case.referral.child_name == CHILD
    own = "".join(ela.shown[step] for step in list(YOUNG)[1:])
    assert "the child" not in own.partition("<main")[2].lower().partition("</main")[0]
    assert "recaptcha" not in ela.shown["check"]
    worry = ela.shown["worry"]
    for words in (
        "We read this on working days, not at night.",
        "In danger now:",
        "999",
        "Any time:",
        "Childline 0800 1111",
        "Meic",
    ):
        assert words in worry
    assert worry.index("Childline") < worry.index('name="worry"')
    assert "<textarea" not in worry


@pytest.mark.parametrize("age", ["under_13", "13-15", "16-17", "18+"])
def test_nobody_is_refused_for_their_age(asker, age):
    me = {**YOUNG["me"], "my_age": age}

    asker("en").go({**YOUNG, "me": me})

    assert Case.objects.get().has_flag("under_13") is (age == "under_13")


@pytest.mark.parametrize(
    ("council", "flags"),
    [
        (GWYNEDD, set()),
        (DEVON, {"other_council"}),
        ("not_sure", {"unknown_council"}),
    ],
)
def test_another_councils_child_is_flagged(asker, council, flags):
    asker("en").go({**ADULT, "council": {"council": council}})

    case = Case.objects.get()
    assert {flag["code"] for flag in case.flags} - {"too_fast"} == flags


def test_nothing_of_the_child_leaves_the_case(asker, caplog):
    with caplog.at_level(logging.DEBUG):
        end = asker("cy").go(ADULT)
        asker("en").go(YOUNG)
        for mail in OutboundEmail.objects.all():
            send(mail.pk)

    said = [
        f"{mail.subject} {mail.text} {mail.html} {mail.context}"
        for mail in OutboundEmail.objects.all()
    ]
    assert len(said) == 3  # Two notices to the service, one receipt to Jan.
    for text in (*said, caplog.text):
        assert CHILD not in text
        assert "07700 900555" not in text
    for text in (end,):
        title = text.partition("<title>")[2].partition("</title>")[0]
        assert CHILD not in title


@pytest.mark.parametrize(
    ("answers", "steps"),
    [(YOUNG, YOUNG.keys() - {"who"}), (ADULT, {"child", "says"})],
    ids=["young", "adult"],
)
def test_no_browser_keeps_what_is_said_of_the_child(asker, answers, steps):
    person = asker("en")
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
def test_a_young_person_chooses_how_we_write_and_how_we_speak(asker, reading):
    choice = {"my_write_language": "en", "my_language": "either"}

    asker(reading).go({**YOUNG, "my_talk": {**YOUNG["my_talk"], **choice}})

    case = Case.objects.get()
    assert (case.language, case.spoken_language) == ("en", "either")


def test_somebody_must_be_reachable(asker):
    jan = asker("en")
    jan.answer("who", **ADULT["who"])

    answer = jan.answer("reach", **{**ADULT["reach"], "email": "", "phone": ""})

    assert "Enter a phone number or an email address" in answer.content.decode()


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

    page = jan.look("council")

    assert page.count("<option") == 177  # 175, "not sure" and nothing chosen.
    assert page.index(">Caerdydd<") < page.index(">Ceredigion<") < page.index(">Conwy<")


def test_a_full_name_is_not_kept(asker):
    jan = asker("en")
    for step in ("who", "reach", "council"):
        jan.answer(step, **ADULT[step])

    answer = jan.answer("child", child_name="x" * 41, age_band="8-10")

    assert "40 characters or fewer" in answer.content.decode()


def test_sending_twice_keeps_one_request(asker):
    jan = asker("en")
    jan.go(ADULT)
    jan.client.post(jan.address("check"))

    assert Referral.objects.count() == 1


def test_a_young_person_is_ti_in_welsh_and_an_adult_is_chi(asker):
    ela, jan = asker("cy"), asker("cy")

    young, adult = ela.go(YOUNG), jan.go(ADULT)

    assert "Beth hoffet ti inni dy alw di?" in ela.shown["me"]
    assert "Hoffet ti i rywun dy ffonio di" in ela.shown["worry"]
    assert "Hoffwn" in ela.shown["worry"]
    assert "Gelli di ddweud na unrhyw bryd." in young
    assert "Ydy’r plentyn yn gwybod eich bod chi’n gofyn?" in jan.shown["says"]
    assert "Nac ydy" in jan.shown["says"]
    assert "a gall y person ifanc ddweud na." in adult
