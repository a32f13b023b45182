"""Every yes/no question answers with its own verb."""

import re

import polib
import pytest
from django.template import Context, Template
from django.utils.translation import override

from cms.language import YES_NO, yes_no_choices, yes_no_word
from cms.language.catalogue import OURS
from cms.language.yes_no import pair_choices
from cms.theme.forms import Choice, RadiosField, YesNoField
from cms.theme.forms.choosing import OptionsField
from forms.applications.journey import JOURNEY as APPLYING
from forms.referrals.doors.carer.journey import CARER
from forms.referrals.doors.young.journey import YOUNG
from forms.referrals.journey import JOURNEY as ASKING


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


BARE = {"Yes", "No", "Ie", "Nage"}
ASKED_SO = {
    "ydw": "ydych|wyt",
    "ydy": "ydy|yw",
    "oes": "oes",
    "gallaf": "allwch|gallwch|alli|elli",
    "hoffwn": "hoffech|hoffet",
    "do": "och|aist|oedd|wnaeth",
    "ie": "ai",
}
JOURNEYS = (APPLYING, ASKING, CARER, YOUNG)


def yes_and_no(field):
    """The Welsh answers of a field that English answers with yes or no."""
    with override("en"):
        spoken = {str(choice.label): choice for choice in field.choosable}
    with override("cy"):
        return [str(spoken[word].label) for word in ("Yes", "No") if word in spoken]


def bare_in(fields):
    """The questions whose yes and no are of no declared pair."""
    pairs = [[pair.yes_cy, pair.no_cy] for pair in YES_NO.values()]
    pairs += [[pair.yes_cy] for pair in YES_NO.values()]  # Beside "not yet".
    answers = {name: yes_and_no(field) for name, field in fields.items()}
    return {name: words for name, words in answers.items() if words not in ([], *pairs)}


def fields_of(journey):
    return {
        name: field
        for step in journey.steps
        for name, field in step.form_class.base_fields.items()
        if isinstance(field, OptionsField)
    }


def test_an_answer_of_its_own_yes_and_no_is_seen():
    choices = [Choice("yes", "Yes"), Choice("no", "No")]
    yes, other = yes_no_choices("oes")[0][1], yes_no_choices("ydw")[1][1]
    mixed = [Choice("yes", yes), Choice("no", other)]
    fields = {
        "bare": RadiosField(label="?", choices=choices),
        "mixed": RadiosField(label="?", choices=mixed),
        "paired": YesNoField(label="?", pair="oes"),
        "other": RadiosField(label="?", choices=[Choice("a", "Now")]),
    }

    assert bare_in(fields) == {"bare": ["Yes", "No"], "mixed": ["Oes", "Nac ydw"]}


@pytest.mark.parametrize(
    "journey", JOURNEYS, ids=lambda journey: journey.kind + journey.door
)
def test_every_question_of_a_form_answers_with_a_declared_pair(journey):
    assert bare_in(fields_of(journey)) == {}


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.kind)
def test_the_pair_answers_the_verb_of_the_question(journey):
    asked = {n: f for n, f in fields_of(journey).items() if isinstance(f, YesNoField)}
    with override("cy"):
        wrong = {
            name: str(field.label)
            for name, field in asked.items()
            if not re.search(ASKED_SO[field.pair], str(field.label), re.IGNORECASE)
        }

    assert wrong == {}


def test_our_own_strings_hold_no_bare_yes_or_no():
    ours = polib.pofile(str(OURS))

    assert {entry.msgid for entry in ours} & BARE == set()
    assert {entry.msgstr for entry in ours} & BARE == set()
