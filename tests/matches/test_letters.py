"""The letters speak their own language, quote the nation's law, and name no child."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from cms import pdf
from forms.matches.services import Afterwards, end
from tests.factories import make_staff
from tests.matches.factories import (
    CHILD,
    VISITOR,
    days_ago,
    make_match,
    make_request,
    make_volunteer,
    seen_of,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.needs_plugin("applications", "referrals"),
]

ENGLISH_ACT = "section 23ZB of the Children Act 1989"
WELSH_ACT = "section 98 of the Social Services and Well-being (Wales) Act 2014"
SAID = {
    ("gwynedd", "cy"): [
        "adran 98 o Ddeddf Gwasanaethau Cymdeithasol a Llesiant (Cymru) 2014",
        "ymweld â’r plentyn, ymgyfeillio ag ef a’i gynghori.",
        "unrhyw dreuliau rhesymol a dynnir gan y person hwnnw",
    ],
    ("gwynedd", "en"): [
        WELSH_ACT,
        "may claim expenses from the authority",
        "reasonable expenses of your work as a visitor (section 98(3))",
    ],
    ("devon", "en"): [
        ENGLISH_ACT,
        "must visit, befriend and advise the child.",
        "any reasonable expenses incurred by that person",
    ],
    ("devon", "cy"): [
        "adran 23ZB o Ddeddf Plant 1989",
        "treuliau rhesymol eich gwaith fel ymwelydd",
        "(adran 23ZB(3))",
    ],
}


def at(match, letter, language, name="letter"):
    return reverse(f"matches:{name}", args=[match.pk, letter, language])


def letter_at(client_at, site, reader, letter, language):
    """The letter of a match at `site`, to somebody whose screens are in `reader`."""
    match = make_match(make_volunteer(site), make_request(site), appointed=True)
    if letter == "ending":
        end(
            match=match,
            on=days_ago(1),
            reason="visitor_resigned",
            by=None,
            seen=seen_of(match),
            afterwards=Afterwards(reason="no_visitor"),
        )
    person = make_staff(site, "coordinator", preferred_language=reader)
    answer = client_at(site, person).get(at(match, letter, language))
    return match, " ".join(answer.content.decode().split())


@pytest.mark.parametrize("reader", ["en", "cy"])
@pytest.mark.parametrize(("place", "language"), SAID)
def test_an_appointment_is_said_in_the_language_asked_for_with_the_nations_law(
    client_at, sites, place, language, reader
):
    match, said = letter_at(client_at, sites[place], reader, "appointment", language)

    assert f'<html lang="{language}">' in said
    assert [words for words in SAID[place, language] if words not in said] == []
    other = ENGLISH_ACT if place == "gwynedd" else WELSH_ACT
    assert other not in said
    assert match.request.reference in said
    assert (VISITOR in said, CHILD in said) == (True, False)
    assert {"en": "ring 999", "cy": "ffoniwch 999"}[language] in said


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["You resigned in writing.", "(section 98(5))", "(section 98(3))"]),
        ("cy", ["Ymddiswyddoch yn ysgrifenedig.", "(adran 98(5))", "(adran 98(3))"]),
    ],
)
def test_an_ending_says_why_and_that_the_duty_goes_on(
    client_at, gwynedd, language, words
):
    _match, said = letter_at(client_at, gwynedd, "en", "ending", language)

    assert [each for each in words if each not in said] == []
    assert CHILD not in said


def test_what_has_not_happened_has_no_letter(staff, introduced):
    missing = [
        at(introduced, "appointment", "en"),
        at(introduced, "ending", "en"),
        at(introduced, "poem", "en"),
        at(introduced, "appointment", "fr"),
    ]

    assert {staff.get(address).status_code for address in missing} == {404}


@pytest.mark.skipif(not pdf.is_possible(), reason="makes no PDFs")
def test_it_is_a_pdf_in_its_own_language_too(staff, appointed):
    answer = staff.get(at(appointed, "appointment", "cy", name="letter_pdf"))

    file = PdfReader(io.BytesIO(answer.content))
    words = " ".join(" ".join(p.extract_text() for p in file.pages).split())
    assert file.trailer["/Root"]["/Lang"] == "cy"
    assert VISITOR in words
    assert "dreuliau rhesymol" in words
    assert CHILD not in words
    assert VISITOR not in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]
