"""Answers as cards: what they are without a script, and what is said of a muddle."""

from bs4 import BeautifulSoup
from django.http import QueryDict

from cms.theme.forms import Choice, Divider, GovukForm, PictureField, PicturesField

CHOICES = [
    Choice("football", "Football", picture="cms/pictures/football.svg"),
    Choice("reading", "Reading", picture="cms/pictures/reading.svg"),
    Divider(),
    Choice("any", "I don’t mind", exclusive=True),
]


class Many(GovukForm):
    likes = PicturesField(label="What do you like?", choices=CHOICES)


class One(GovukForm):
    best = PictureField(label="What most?", choices=CHOICES)


def drawn(form):
    return BeautifulSoup(str(form), "html.parser")


def test_each_card_is_a_box_with_its_label_and_a_drawing_that_says_nothing():
    page = drawn(Many(QueryDict("likes=reading")))
    boxes = page.select("fieldset input[type=checkbox]")

    assert [box["value"] for box in boxes] == ["football", "reading", "any"]
    assert [box["value"] for box in boxes if box.has_attr("checked")] == ["reading"]
    assert boxes[2]["data-behaviour"] == "exclusive"
    labels = [page.select_one(f"label[for={box['id']}]") for box in boxes]
    assert [label.text.strip() for label in labels] == [
        "Football",
        "Reading",
        "I don’t mind",
    ]
    pictures = [label.select("img") for label in labels]
    assert [[one["alt"] for one in found] for found in pictures] == [[""], [""], []]


def test_one_of_the_cards_is_a_radio():
    page = drawn(One(QueryDict("best=any")))

    assert len(page.select("fieldset input[type=radio]")) == 3
    assert page.select_one("[data-module=govuk-radios] [checked]")["value"] == "any"


def test_i_do_not_mind_stands_alone_and_nothing_is_guessed():
    both = Many(QueryDict("likes=any&likes=reading"))

    assert both.errors["likes"] == ["Choose “I don’t mind” alone, or the other answers"]
    assert Many(QueryDict("likes=any")).is_valid()
    assert not Many(QueryDict("likes=elsewhere")).is_valid()
