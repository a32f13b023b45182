"""What Django, allauth and GOV.UK Frontend's scripts say to the public, in Welsh."""

import datetime as dt
import json
from pathlib import Path

import pytest
from allauth.account.adapter import DefaultAccountAdapter
from bs4 import BeautifulSoup
from django import forms
from django.contrib.auth import password_validation
from django.core import paginator, validators
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils import dateformat, formats, timesince
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import override

from cms.language.catalogue import ROOT, SOURCES
from cms.theme.forms import GovukForm, LongTextField
from sites.entry.adapters import AccountAdapter, SecondFactorAdapter
from sites.entry.fields import PasswordField
from sites.people.models import User
from tests.language.english import is_english

IN_CHOICES = [("a", "A")]
EMPTY_FILE = SimpleUploadedFile("a.txt", b"")
REFUSED = [
    (forms.IntegerField(), "x", "Rhowch rif cyfan."),
    (forms.FloatField(), "x", "Rhowch rif."),
    (forms.IntegerField(min_value=3), 1, "Rhaid i’r gwerth hwn fod yn 3 neu’n fwy."),
    (forms.IntegerField(max_value=3), 5, "Rhaid i’r gwerth hwn fod yn 3 neu’n llai."),
    (forms.IntegerField(step_size=5), 3, "Rhaid i’r gwerth hwn fod yn lluosrif o 5."),
    (forms.DecimalField(max_digits=2), "123", None),
    (forms.DecimalField(decimal_places=1), "1.23", None),
    (forms.DecimalField(max_digits=3, decimal_places=2), "12.3", None),
    (forms.CharField(min_length=3), "a", None),
    (forms.URLField(assume_scheme="https"), "x y", None),
    (forms.UUIDField(), "x", None),
    (forms.TimeField(), "x", None),
    (forms.DateTimeField(), "x", None),
    (forms.DurationField(), "x", None),
    (forms.SlugField(), "â b", None),
    (forms.SlugField(allow_unicode=True), "â b", None),
    (forms.RegexField("^a$"), "b", None),
    (forms.JSONField(), "{", None),
    (forms.GenericIPAddressField(), "x", None),
    (forms.ChoiceField(choices=IN_CHOICES), "b", None),
    (forms.MultipleChoiceField(choices=IN_CHOICES), ["b"], None),
    (forms.MultipleChoiceField(choices=IN_CHOICES), "b", None),
    (forms.TypedChoiceField(choices=IN_CHOICES, coerce=int), "a", None),
    (forms.FileField(), EMPTY_FILE, None),
    (forms.FileField(), None, None),
    (forms.FileField(max_length=1), SimpleUploadedFile("ab.txt", b"x"), None),
    (forms.ImageField(), SimpleUploadedFile("a.png", b"x"), None),
    (
        forms.FileField(validators=[validators.FileExtensionValidator(["pdf"])]),
        SimpleUploadedFile("a.exe", b"x"),
        None,
    ),
    (forms.CharField(validators=[validators.DomainNameValidator()]), "a b", None),
    (
        forms.CharField(validators=[validators.validate_comma_separated_integer_list]),
        "a",
        None,
    ),
    (forms.IntegerField(min_value=1, step_size=5), 3, None),
]


def messages_of(act):
    with override("cy"):
        with pytest.raises(ValidationError) as refused:
            act()
        return refused.value.messages


@pytest.mark.parametrize(
    ("field", "value", "welsh"),
    REFUSED,
    ids=lambda given: type(given).__name__ if isinstance(given, forms.Field) else "",
)
def test_every_field_refuses_in_welsh(field, value, welsh):
    said = messages_of(lambda: field.clean(value))

    assert said
    assert [text for text in said if is_english(text)] == []
    assert welsh is None or said == [welsh]


def test_a_set_of_forms_refuses_in_welsh():
    class Name(forms.Form):
        name = forms.CharField()

    few = forms.formset_factory(Name, min_num=2, max_num=1, validate_max=True)
    many = forms.formset_factory(Name, min_num=3, validate_min=True)
    total = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-name": "a"}
    with override("cy"):
        said = [str(e) for made in (few, many) for e in made(total).non_form_errors()]
        said += map(str, few({}).non_form_errors())

    assert len(said) >= 2
    assert [text for text in said if is_english(text)] == []


@pytest.mark.parametrize("password", ["byr", "password1234", "mari.person1"])
def test_every_rule_for_a_password_is_told_in_welsh(password):
    person = User(email="mari.person1@post.example", first_name="Mari")

    said = messages_of(lambda: password_validation.validate_password(password, person))
    with override("cy"):
        rules = password_validation.password_validators_help_texts()

    assert said
    assert [text for text in (*said, *rules) if is_english(text)] == []


CLOSED = {
    "add_email_blocked": "addresses of an account are not changed here",
    "cannot_remove_primary_email": "addresses of an account are not changed here",
    "duplicate_email": "addresses of an account are not changed here",
    "email_taken": "nobody signs up by themselves",
    "invalid_or_expired_key": "no address is confirmed: the invitation is the proof",
    "max_email_addresses": "addresses of an account are not changed here",
    "phone_password_mismatch": "nobody signs in by phone",
    "phone_taken": "nobody signs in by phone",
    "same_as_current": "addresses of an account are not changed here",
    "select_only_one": "one way of asking for a password, by address",
    "unknown_email": "an unknown address is answered as a known one is",
    "unknown_phone": "nobody signs in by phone",
    "unverified_email": "MFA_ALLOW_UNVERIFIED_EMAIL is on",
    "unverified_primary_email": "addresses of an account are not changed here",
    "username_blacklisted": "accounts have no user names",
    "username_password_mismatch": "accounts have no user names",
}


def test_allauth_says_in_welsh_whatever_it_can_say_here():
    refusals = {**AccountAdapter.error_messages, **SecondFactorAdapter.error_messages}
    with override("cy"):
        left = {key for key, text in refusals.items() if is_english(str(text))}

    assert DefaultAccountAdapter.error_messages.keys() <= refusals.keys()
    assert left == CLOSED.keys()


def test_pages_of_a_list_that_are_not_there_are_named_in_welsh():
    listed = paginator.Paginator([1, 2, 3], 2)
    said = []
    for number in ("x", 0, 9):
        with override("cy"), pytest.raises(paginator.InvalidPage) as refused:
            listed.validate_number(number)
        with override("cy"):
            said.append(str(refused.value))

    assert [text for text in said if is_english(text)] == []


def test_months_and_days_are_spelt_rightly_and_start_small():
    with override("cy"):
        months = [str(name) for name in MONTHS.values()]
        days = [str(name) for name in WEEKDAYS.values()]
        short = dateformat.format(dt.date(2027, 7, 5), "j M Y")

    assert months[6] == "Gorffennaf"
    assert "Gorffenaf" not in short
    assert days == [
        *("dydd Llun", "dydd Mawrth", "dydd Mercher", "dydd Iau", "dydd Gwener"),
        *("dydd Sadwrn", "dydd Sul"),
    ]


@pytest.mark.parametrize(
    ("days", "said"),
    [(1, "1\xa0diwrnod"), (2, "2\xa0ddiwrnod"), (14, "2\xa0wythnos"), (70, "2\xa0fis")],
)
def test_how_long_ago_is_counted_in_welsh(days, said):
    then = dt.datetime(2027, 5, 3, 12, 0)  # noqa: DTZ001  (a length needs no zone)

    with override("cy"):
        assert (
            timesince.timesince(then, then + dt.timedelta(days=days), depth=1) == said
        )


@pytest.mark.parametrize(
    ("size", "said"),
    [(0, "0 beit"), (1, "1 beit"), (300, "300 beit"), (2_500_000, "2.4\xa0MB")],
)
def test_sizes_of_files_are_said_in_welsh(size, said):
    with override("cy"):
        assert filesizeformat(size).replace("\xa0", " ") == said.replace("\xa0", " ")


def test_figures_are_written_as_in_britain():
    with override("cy"):
        number = Template("{% load humanize %}{{ 81770|intcomma }}").render(Context())
        assert formats.number_format(1234.5, decimal_pos=1) in {"1,234.5", "1234.5"}

    assert number == "81,770"


def test_nobody_asks_django_for_an_ordinal():
    # Its msgids go by the last digit: 14eg and 4ydd would be one.
    used = [
        str(path.relative_to(ROOT))
        for source in SOURCES
        for path in Path(ROOT / source).rglob("*.html")
        if "|ordinal" in path.read_text(encoding="utf-8")
    ]

    assert used == []


class Everything(GovukForm):
    own_heading = False

    why = LongTextField(label="Pam?", max_length=300)
    password = PasswordField(label="Cyfrinair")


# What the scripts of each component say, unless the page gives them other words.
SCRIPTS = {
    "govuk-character-count": {
        "characters-at-limit",
        *(f"characters-under-limit.{n}" for n in ("zero", "one", "two")),
        *(f"characters-under-limit.{n}" for n in ("few", "many", "other")),
        *(f"characters-over-limit.{n}" for n in ("zero", "one", "two")),
        *(f"characters-over-limit.{n}" for n in ("few", "many", "other")),
    },
    "govuk-password-input": {
        *("show-password", "hide-password"),
        *("show-password-aria-label", "hide-password-aria-label"),
        *("password-shown-announcement", "password-hidden-announcement"),
    },
    "govuk-exit-this-page": {
        *("activated", "timed-out", "press-two-more-times", "press-one-more-time"),
    },
    "govuk-accordion": {
        *("hide-all-sections", "hide-section", "hide-section-aria-label"),
        *("show-all-sections", "show-section", "show-section-aria-label"),
    },
}


def test_scripts_are_given_every_word_in_welsh():
    item = {"heading": {"text": "Beth?"}, "content": {"html": "Hyn."}}
    with override("cy"):
        page = BeautifulSoup(
            Everything().render()
            + render_to_string("cms/components/leave_page.html")
            + render_to_string("cms/components/faq.html", {"id": "a", "items": [item]}),
            "html.parser",
        )

    for module, keys in SCRIPTS.items():
        part = page.select_one(f"[data-module={module}]")
        given = {k.removeprefix("data-i18n."): v for k, v in part.attrs.items()}
        told = {key: text for key, text in given.items() if not key.startswith("data-")}
        assert keys <= told.keys(), json.dumps(sorted(told))
        assert [told[key] for key in keys if is_english(told[key])] == []
