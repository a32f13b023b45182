"""Every mutation leads back to its radical; what is ambiguous leads to all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.search import words
from cms.search.mutations import forms, mutations, radicals
from sites.models import Authority
from sites.place_names import area
from tests.language import mutations as by_rule

HEADS = ["p", "t", "c", "b", "d", "g", "m", "ll", "rh", "f", "ff", "s", "n", "h", "ch"]
RADICALS = st.builds(
    lambda head, vowel, rest: head + vowel + rest,
    st.sampled_from(HEADS),
    st.sampled_from("aeiouwy"),
    st.text("abcdefghilmnoprstuwy", max_size=8),
)
VOWELLED = st.builds(
    str.__add__, st.sampled_from("aeiouwy"), st.text("adlnrst", min_size=1, max_size=8)
)


@given(RADICALS)
def test_every_mutation_leads_back_to_its_radical(word):
    for mutated in (by_rule.soft, by_rule.nasal, by_rule.aspirate):
        assert word in radicals(mutated(word))
        assert mutated(word) in mutations(word)


@given(VOWELLED)
def test_an_h_before_a_vowel_is_taken_off(word):
    assert word in radicals(f"h{word}")
    assert f"h{word}" in mutations(word)


@given(RADICALS | VOWELLED)
def test_every_form_leads_to_every_other_through_a_common_radical(word):
    for one in mutations(word):
        for other in mutations(word):
            assert not radicals(one).isdisjoint(radicals(other))


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789", max_size=12))
def test_a_word_is_always_among_its_own_radicals_and_forms(word):
    assert word in radicals(word)
    assert word in forms(word)
    assert all(word in mutations(radical) for radical in radicals(word))


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("fam", {"fam", "mam", "bam"}),  # F comes of m and of b.
        ("wynedd", {"wynedd", "gwynedd"}),  # G is dropped.
        ("ngwynedd", {"ngwynedd", "gwynedd"}),
        ("nghaernarfon", {"nghaernarfon", "caernarfon"}),
        ("lan", {"lan", "llan", "glan"}),
        ("hysgol", {"hysgol", "ysgol"}),
        ("ddinbych", {"ddinbych", "dinbych"}),
        ("chwarae", {"chwarae", "cwarae"}),  # A letter of its own as well.
        ("siop", {"siop"}),
        ("llan", {"llan"}),
    ],
)
def test_what_is_ambiguous_keeps_every_reading(word, found):
    assert radicals(word) == found


@pytest.mark.django_db
def test_every_stored_form_of_every_place_finds_the_place(provisioned):
    missed = [
        (authority.area_name_cy, form)
        for authority in Authority.objects.exclude(area_name_cy="")
        for form in ("in", "to", "of", "and")
        for typed in [words.read(str(area(authority, form, "cy")))]
        for known in [words.words_of(authority.area_name_cy)]
        if not all(
            any(words.agrees(one, word, "cy") for one in known)
            for word in typed.words
            if word != "ynys"
        )
    ]

    assert missed == []


def test_english_words_do_not_mutate():
    assert not words.agrees("bath", "math", "en")
    assert words.agrees("bath", "math", "cy")
    assert words.agrees("visitors", "visit", "en")
    assert not words.agrees("visitors", "vi", "en")
    assert words.agrees("gwynedd", "ngwynedd", "en")
