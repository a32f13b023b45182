"""Counting in Welsh and in English."""

import re

import polib
import pytest
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from cms.language import counted
from cms.language.catalogue import OURS
from cms.language.nouns import Noun, nouns
from tests.language import mutations

every_noun = pytest.mark.parametrize("noun", nouns().values(), ids=lambda n: n.cy)


@pytest.mark.parametrize(
    ("number", "welsh", "english"),
    [
        (0, "dim plant", "no children"),
        (1, "1 plentyn", "1 child"),
        (2, "2 blentyn", "2 children"),
        (3, "3 phlentyn", "3 children"),
        (4, "4 plentyn", "4 children"),
        (6, "6 phlentyn", "6 children"),
        (10, "10 plentyn", "10 children"),
        (11, "11 o blant", "11 children"),
        (849, "849 o blant", "849 children"),
        (81_770, "81,770 o blant", "81,770 children"),
    ],
)
def test_children_are_counted_as_each_language_counts(number, welsh, english):
    assert counted(number, "plentyn", "cy") == welsh
    assert counted(number, "plentyn", "en") == english


def test_a_feminine_noun_softens_after_one_and_two_and_not_after_three():
    pages = [counted(number, "tudalen", "cy") for number in (1, 2, 3, 4, 6, 12)]

    assert pages == [
        *("1 dudalen", "2 dudalen", "3 tudalen", "4 tudalen", "6 thudalen"),
        "12 o dudalennau",
    ]


def test_measures_of_time_keep_the_singular_above_ten():
    assert counted(28, "diwrnod", "cy") == "28 diwrnod"
    assert counted(2, "diwrnod gwaith", "cy") == "2 ddiwrnod gwaith"
    assert counted(18, "mis", "cy") == "18 mis"
    assert [counted(n, "blwyddyn", "cy") for n in (1, 2, 3, 5, 10, 15)] == [
        *("1 flwyddyn", "2 flynedd", "3 blynedd"),
        *("5 mlynedd", "10 mlynedd", "15 mlynedd"),
    ]


def test_a_count_below_zero_or_an_unknown_noun_is_refused():
    with pytest.raises(ValueError, match="-1"):
        counted(-1, "plentyn", "cy")
    with pytest.raises(KeyError, match="eliffant"):
        counted(1, "eliffant", "cy")


def test_the_filter_counts_in_the_active_language():
    template = Template("{% load language %}{{ 3|counted:'plentyn' }}")

    with override("cy"):
        assert template.render(Context()) == "3 phlentyn"
    with override("en"):
        assert template.render(Context()) == "3 children"


@every_noun
def test_written_forms_agree_with_the_rules_of_mutation(noun: Noun):
    assert noun.soft == mutations.soft(noun.cy)
    assert noun.aspirate == mutations.aspirate(noun.cy)
    assert noun.of_many == mutations.soft(noun.cy_plural)
    assert noun.gender in {"m", "f"}
    assert noun.kind in {"", "measure"}


@given(number=st.integers(0, 10**6), noun=st.sampled_from(sorted(nouns())))
def test_every_number_of_every_noun_can_be_said(number, noun):
    welsh = counted(number, noun, "cy")

    assert welsh.startswith(f"{number:,} " if number else "dim ")
    assert "  " not in welsh


COUNTED = re.compile(r"%\((?:count|days|minutes)\)[ds] ([\w’-]+)")


def test_the_sixth_form_of_the_catalogue_is_right_for_four_and_for_forty():
    # It says «4 o safleoedd» and «40 o safleoedd»: «40 safle» would be wrong.
    measures = {noun.cy for noun in nouns().values() if noun.is_measure}
    wrong = {
        entry.msgid: form
        for entry in polib.pofile(str(OURS))
        if entry.msgid_plural and (form := entry.msgstr_plural[5])
        for following in COUNTED.findall(form)
        if following not in {"o", "o’ch", *measures}
    }

    assert wrong == {}
