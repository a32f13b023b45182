"""Answers: what each field refuses, stores, shows again."""

from datetime import date

import pytest
from django import forms
from django.utils import translation

from cms.theme.forms import (
    CheckboxesField,
    Choice,
    ConfirmField,
    DatePartsField,
    EmailField,
    LongTextField,
    NumberField,
    PhoneField,
    RadiosField,
    SelectField,
    TextField,
    YesNoField,
)
from tests.theme.answering import Asked, answered, cleaned, dated, drawn, errors_of


@pytest.mark.parametrize(
    ("field", "query", "message"),
    [
        (
            TextField(label="x"),
            "it=a%00b",
            "Your answer has a character that we cannot store. Type it again.",
        ),
        (
            LongTextField(label="x", max_length=20),
            "it=" + "a" * 21,
            "Use 20 characters or fewer. You have used 21.",
        ),
        (
            TextField(label="x"),
            "it=" + "a" * 900_000,
            "Use 200 characters or fewer. You have used 900000.",
        ),
        (
            EmailField(label="x"),
            "it=mari@gwynedd",
            "Enter an email address in the correct format, like name@example.com",
        ),
        (
            PhoneField(label="x"),
            "it=ring me",
            "Enter a phone number, like 01632 960 001 or +44 7700 900 982",
        ),
        (NumberField(label="x"), "it=1.5", "Enter a whole number, like 12"),
        (NumberField(label="x", highest=9), "it=10", "Enter a number from 0 to 9"),
        (
            RadiosField(label="x", choices=[("a", "A")]),
            "it=b%00",
            "Choose one of the answers on this page",
        ),
        (
            SelectField(label="x", choices=[("a", "A")]),
            "it=b",
            "Choose one of the answers on this page",
        ),
        (
            CheckboxesField(label="x", choices=[("a", "A")]),
            "it=a&it=b",
            "Choose one of the answers on this page",
        ),
        (
            CheckboxesField(
                label="x", choices=[("a", "A"), Choice("n", "None", exclusive=True)]
            ),
            "it=a&it=n",
            "Choose “None” alone, or the other answers",
        ),
        (
            YesNoField(label="x", pair="ydw"),
            "it=perhaps",
            "Choose one of the answers on this page",
        ),
        (ConfirmField(label="x", statement="I agree", missing="Tick"), "", "Tick"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else type(value).__name__,
)
def test_a_wrong_answer_is_refused_in_our_own_words(field, query, message):
    assert errors_of(field, query) == [message]


@pytest.mark.parametrize(
    ("typed", "message", "boxes"),
    [
        ("--", "Enter the date", ["day", "month", "year"]),
        ("-3-2024", "The date must include a day", ["day"]),
        ("5--", "The date must include a month and a year", ["month", "year"]),
        ("05/06-6-2024", "The day must be a number from 1 to 31", ["day"]),
        ("0-6-2024", "The day must be a number from 1 to 31", ["day"]),
        ("5-mai-2024", "The month must be a number from 1 to 12", ["month"]),
        ("5-6-24", "The year must have four digits, like 1990", ["year"]),
        ("5-6-20244", "The year must have four digits, like 1990", ["year"]),
        ("31-2-2024", "Enter a real date", ["day"]),
        ("٣-2-2024", "The day must be a number from 1 to 31", ["day"]),
        (
            "1-1-1999",
            "The date must be on or after 1 January 2000",
            ["day", "month", "year"],
        ),
        (
            "1-1-2031",
            "The date must be on or before 31 December 2030",
            ["day", "month", "year"],
        ),
    ],
)
def test_a_wrong_date_is_refused_and_the_wrong_box_marked(typed, message, boxes):
    field = DatePartsField(
        label="When?", earliest=date(2000, 1, 1), latest=lambda: date(2030, 12, 31)
    )
    form = answered(field, dated(typed))
    form.is_valid()

    marked = [box["name"] for box in drawn(form).select(".govuk-input--error")]
    assert form.errors["it"] == [message]
    assert marked == [f"it-{box}" for box in boxes]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_date_means_the_same_in_both_languages(language):
    with translation.override(language):
        assert cleaned(DatePartsField(label="x"), dated("5-06-2024")) == date(
            2024, 6, 5
        )


def test_a_stored_date_fills_its_boxes_again():
    form = Asked(initial={"it": "2024-06-05"})
    form.fields["it"] = DatePartsField(label="When?")

    assert [box["value"] for box in drawn(form).select("input")] == ["5", "6", "2024"]


@pytest.mark.parametrize(
    ("field", "query", "stored", "shown"),
    [
        (TextField(label="x"), "it= W%CC%82yn ", "Ŵyn", "Ŵyn"),
        (LongTextField(label="x"), "it=a%0D%0Ab", "a\nb", "a\nb"),
        (PhoneField(label="x"), "it=(01632) 960-001", "(01632) 960-001", None),
        (NumberField(label="x"), "it=07", 7, "7"),
        (YesNoField(label="x", pair="oes"), "it=no", False, "No"),
        (YesNoField(label="x", pair="oes"), "it=yes", True, "Yes"),
        (YesNoField(label="x", pair="do", required=False), "", None, ""),
        (ConfirmField(label="x", statement="I agree"), "it=yes", True, "I agree"),
        (
            CheckboxesField(label="x", choices=[("a", "A"), ("b", "B")]),
            "it=b&it=a",
            ["b", "a"],
            "A, B",
        ),
        (RadiosField(label="x", choices=[("a", "A")], required=False), "", "", ""),
        (DatePartsField(label="x"), dated("5-6-2024"), date(2024, 6, 5), "5 June 2024"),
        (DatePartsField(label="x", required=False), "", None, ""),
        (TextField(label="x", required=False), "", "", ""),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, forms.Field) else "",
)
def test_a_right_answer_is_stored_plainly_and_shown_in_words(
    field, query, stored, shown
):
    value = cleaned(field, query)

    assert value == stored
    assert field.display(value) == (stored if shown is None else shown)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (YesNoField(label="x", pair="ydw"), True),
        (ConfirmField(label="x", statement="I agree"), True),
        (RadiosField(label="x", choices=[("a", "A")]), "a"),
        (CheckboxesField(label="x", choices=[("a", "A")]), ["a"]),
    ],
)
def test_a_stored_answer_is_chosen_again(field, value):
    form = Asked(initial={"it": value})
    form.fields["it"] = field

    assert len(drawn(form).select("input[checked]")) == 1


def test_a_stored_choice_is_selected_again():
    form = Asked(initial={"it": "b"})
    form.fields["it"] = SelectField(label="x", choices=[("a", "A"), ("b", "B")])

    assert [o["value"] for o in drawn(form).select("option[selected]")] == ["b"]
