"""The Welsh alphabet: letters of two signs, sorting, and the A to Z."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.language import index_letter, sort_key
from cms.language.alphabet import WELSH, by_letter, letters
from sites.models import Authority


def test_the_alphabet_has_its_twenty_nine_letters():
    assert len(WELSH) == 29
    assert WELSH.index("ng") == WELSH.index("g") + 1


def test_llandudno_stands_under_ll_in_welsh_and_l_in_english():
    assert index_letter("Llandudno") == "Ll"
    assert index_letter("Llandudno", "en") == "L"
    assert index_letter("Ŵyr") == "W"
    assert index_letter("999") == "#"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("llong", ["ll", "o", "ng"]),
        ("Bangor", ["b", "a", "n", "g", "o", "r"]),
        ("Llangefni", ["ll", "a", "n", "g", "e", "f", "n", "i"]),
        ("Rhondda", ["rh", "o", "n", "dd", "a"]),
        ("tŷ", ["t", "y"]),
        ("Durham", ["d", "u", "r", "h", "a", "m"]),
        ("Birmingham", ["b", "i", "r", "m", "i", "n", "g", "h", "a", "m"]),
    ],
)
def test_words_fall_into_letters(word, expected):
    assert letters(word) == expected


def test_words_sort_in_the_order_of_the_alphabet():
    in_order = [
        *("cae", "Conwy", "cylch", "chwaer", "dal", "ddoe", "ffon", "gardd", "ngwlad"),
        *("jam", "lôn", "llan", "tŷ", "tyfu", "thema", "Wrecsam", "ynys"),
    ]

    assert sorted(sorted(in_order), key=sort_key) == in_order


def test_a_shorter_first_word_and_digits_come_first():
    in_order = ["2 air", "9 air", "Sir Benfro", "Sir Gaerfyrddin", "Sirhywi"]

    assert sorted(sorted(in_order), key=sort_key) == in_order


def test_an_a_to_z_groups_in_order():
    names = ["Llandudno", "Caerdydd", "Lerpwl", "Chester", "Conwy"]

    assert by_letter(names, name=str, language="cy") == [
        ("C", ["Caerdydd", "Conwy"]),
        ("Ch", ["Chester"]),
        ("L", ["Lerpwl"]),
        ("Ll", ["Llandudno"]),
    ]
    assert [letter for letter, _ in by_letter(names, name=str, language="en")] == [
        "C",
        "L",
    ]


@given(st.text())
def test_any_text_has_a_key_of_digits_alone(text):
    key = sort_key(text)

    assert key == "" or key.isdigit()


def test_lists_of_councils_follow_the_alphabet_of_their_reader(provisioned):
    listed = {
        language: [a.area_name(language) for a in Authority.objects.in_order(language)]
        for language in ("cy", "en")
    }

    for language, names in listed.items():
        assert names == sorted(names, key=lambda name: sort_key(name, language))
    welsh, english = listed["cy"], listed["en"]
    assert welsh.index("Cumberland") < welsh.index("Cheshire East")
    assert english.index("Cheshire East") < english.index("Cumberland")
    assert welsh.index("Lerpwl") < welsh.index("Wrecsam") < welsh.index("Ynys Môn")
