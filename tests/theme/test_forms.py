"""Journey forms: what is asked, and how it stands on the page."""

import pytest
from django import forms
from django.http import QueryDict
from django.utils import translation

from cms.theme.forms import (
    Choice,
    DatePartsField,
    Divider,
    EmailField,
    GovukForm,
    LongTextField,
    NumberField,
    PhoneField,
    RadiosField,
    TextField,
    YesNoField,
)
from tests.theme.answering import answered, drawn


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
