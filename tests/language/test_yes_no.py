"""Every yes/no question answers with its own verb."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from cms.language import YES_NO, yes_no_choices, yes_no_word
from cms.language.yes_no import pair_choices


def test_the_pairs_are_the_fixed_list():
    assert {key: (pair.yes_cy, pair.no_cy) for key, pair in YES_NO.items()} == {
        "ydw": ("Ydw", "Nac ydw"),
        "ydy": ("Ydy", "Nac ydy"),
        "oes": ("Oes", "Nac oes"),
        "gallaf": ("Gallaf", "Na allaf"),
        "hoffwn": ("Hoffwn", "Na hoffwn"),
        "do": ("Do", "Naddo"),
        "ie": ("Ie", "Nage"),
    }


def test_choices_are_said_in_the_language_of_the_moment():
    choices = yes_no_choices("oes")

    with override("cy"):
        assert [(value, str(word)) for value, word in choices] == [
            (True, "Oes"),
            (False, "Nac oes"),
        ]
    with override("en"):
        assert [str(word) for _, word in choices] == ["Yes", "No"]


def test_an_unknown_pair_fails_where_it_is_declared():
    with pytest.raises(KeyError):
        yes_no_choices("yes")


def test_one_answer_can_be_said_in_a_given_language():
    assert yes_no_word("gallaf", False, "cy") == "Na allaf"
    assert yes_no_word("gallaf", False, "en") == "No"


def test_editors_choose_a_pair_by_its_question():
    assert ("oes", "Oes gennych chi…? Oes / Nac oes") in pair_choices()


def test_the_filter_says_a_stored_answer():
    template = Template("{% load language %}{{ answer|yes_no:'do' }}")

    with override("cy"):
        assert template.render(Context({"answer": False})) == "Naddo"
