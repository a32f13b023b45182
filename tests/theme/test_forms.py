"""Journey forms: what is asked, what is refused, and in which words."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.http import QueryDict
from django.utils import translation

from cms.theme.forms import (
    CheckboxesField,
    Choice,
    ConfirmField,
    DatePartsField,
    Divider,
    EmailField,
    GovukForm,
    LongTextField,
    NumberField,
    PhoneField,
    RadiosField,
    SelectField,
    TextField,
    YesNoField,
)


class Reach(GovukForm):
    """Two ways to be reached, each under its own choice."""

    how = RadiosField(
        label="How?",
        choices=[
            Choice("phone", "Phone", reveals=("phone",)),
            Divider(),
            Choice("email", "Email", hint="Within a day", reveals=("email",)),
        ],
        missing="Say how",
    )
    phone = PhoneField(label="Phone number", missing="Enter your number")
    email = EmailField(label="Email address")


class Asked(GovukForm):
    """One field, whatever it is."""


def answered(field: forms.Field, query: str) -> GovukForm:
    """A form of one field named `it`, sent with this query string."""
    form = Asked(QueryDict(query))
    form.fields["it"] = field
    return form


def errors_of(field: forms.Field, query: str) -> list[str]:
    form = answered(field, query)
    form.is_valid()
    return list(form.errors.get("it", []))


def cleaned(field: forms.Field, query: str) -> object:
    form = answered(field, query)
    assert form.is_valid(), form.errors
    return form.cleaned_data["it"]


def drawn(form: forms.BaseForm) -> BeautifulSoup:
    return BeautifulSoup(str(form), "html.parser")


def test_a_chosen_way_needs_its_field_and_the_other_is_dropped():
    right = Reach(QueryDict("how=phone&phone=01632 960001&email=not an address"))
    wrong = Reach(QueryDict("how=phone&phone=&email=mari@gwynedd.example"))

    assert right.is_valid()
    assert right.cleaned_data == {
        "how": "phone",
        "phone": "01632 960001",
        "email": "",
    }
    assert wrong.errors == {"phone": ["Enter your number"]}


def test_with_nothing_chosen_only_the_choice_is_wrong():
    assert Reach(QueryDict("")).errors == {"how": ["Say how"]}


def test_a_revealed_field_stands_under_its_choice_and_nowhere_else():
    page = drawn(Reach())

    [box] = page.select("#conditional-id_how input")
    assert box["name"] == "phone"
    assert len(page.select("input[name=phone]")) == 1


def test_django_still_asks_fields_to_be_cleaned_where_the_form_listens():
    # _clean_fields is private to Django: this test says so when it is renamed.
    assert callable(forms.BaseForm._clean_fields)


def test_the_only_question_is_the_heading_of_the_page():
    one = answered(TextField(label="Your name?"), "")

    assert drawn(one).h1.label.text.strip() == "Your name?"
    assert one.heading_field == "it"
    assert Reach().heading_field == "how"


def test_a_form_of_several_questions_leaves_the_heading_to_the_page():
    class Several(GovukForm):
        name = TextField(label="Name")
        age = NumberField(label="Age")

    form = Several()

    assert form.heading_field is None
    assert drawn(form).h1 is None


def test_the_summary_leads_to_the_first_wrong_input_of_each_field():
    class Two(GovukForm):
        name = TextField(label="Name", missing="Enter your name")
        day = DatePartsField(label="When?")
        way = RadiosField(label="Way?", choices=[("a", "A")])

    form = Two(QueryDict("day-day=1&day-month=13&day-year=2020"))

    assert form.error_list() == [
        {"text": "Enter your name", "href": "#id_name"},
        {"text": "The month must be a number from 1 to 12", "href": "#id_day-month"},
        {"text": "Choose an answer", "href": "#id_way"},
    ]
    assert all(drawn(form).select_one(e["href"]) for e in form.error_list())


def test_there_is_no_summary_without_errors():
    assert Reach().error_summary == ""
    assert answered(TextField(label="x"), "it=y").error_summary == ""


def test_an_error_is_said_beside_its_input_and_described_by_it():
    form = answered(TextField(label="Name", hint="In full", missing="Enter it"), "it=")
    page = drawn(form)

    assert page.input["aria-describedby"] == "id_it-hint id_it-error"
    assert page.select_one("#id_it-error").text.split() == ["Error:", "Enter", "it"]


def test_what_was_typed_comes_back_escaped_and_without_null_bytes():
    page = str(answered(TextField(label="Name"), "it=<b>%00x"))

    assert 'value="&lt;b&gt;x"' in page


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


def dated(typed: str) -> str:
    day, month, year = typed.split("-")
    return f"it-day={day}&it-month={month}&it-year={year}"


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


def test_yes_and_no_are_the_words_of_their_pair_in_welsh():
    with translation.override("cy"):
        page = drawn(answered(YesNoField(label="x", pair="gallaf"), ""))

    words = [label.text.strip() for label in page.select(".govuk-radios__label")]
    assert words == ["Gallaf", "Na allaf"]


def test_an_unknown_pair_of_yes_and_no_is_refused_where_it_is_declared():
    with pytest.raises(KeyError):
        YesNoField(label="x", pair="yes")


def test_the_counter_has_a_message_for_every_plural_of_the_language():
    field = LongTextField(label="x", max_length=20)
    with translation.override("en"):
        english = drawn(answered(field, "")).div.attrs
    with translation.override("cy"):
        welsh = drawn(answered(field, "")).div.attrs

    key = "data-i18n.characters-under-limit."
    assert [k for k in english if k.startswith(key)] == [f"{key}one", f"{key}other"]
    assert [k.removeprefix(key) for k in welsh if k.startswith(key)] == [
        "zero",
        "one",
        "two",
        "few",
        "many",
        "other",
    ]
    assert english[f"{key}other"] == "You have %{count} characters remaining"


def test_a_hidden_field_is_drawn_without_a_label():
    class Secret(GovukForm):
        step = forms.CharField(widget=forms.HiddenInput, initial="two")
        name = TextField(label="Name")

    page = drawn(Secret())

    assert page.select_one("input[type=hidden]")["value"] == "two"
    assert len(page.select("label")) == 1


def test_a_field_with_a_plain_django_widget_is_framed_too():
    class Plain(GovukForm):
        file = forms.FileField(label="A picture", help_text="Up to 1 MB")

    page = drawn(Plain(QueryDict("")))

    assert page.label.text.strip() == "A picture"
    assert page.select_one(".govuk-error-message") is not None


def test_other_forms_of_the_project_keep_djangos_own_look():
    class Ordinary(forms.Form):
        name = forms.CharField()

    assert "govuk" not in str(Ordinary())
