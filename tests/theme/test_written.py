"""Pasted text is kept without what nobody sees; what people mean stays as it is."""

import pytest

from cms.theme.forms import (
    CheckboxesField,
    EmailField,
    LongTextField,
    PhoneField,
    TextField,
)
from tests.theme.answering import cleaned, errors_of

FAMILY = "\U0001f469\u200d\U0001f467"
WALES = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
HEBREW = "\u05d0\u05d1\u200f (\u05d2)"


def written(text):
    """The text as a browser sends it, whatever it is."""
    return "it=" + "".join(f"%{byte:02x}" for byte in text.encode())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Siân\u2028ap\u2029Huw", "Siân ap Huw"),
        ("A\tB\nC\r\nD\x0bE", "A B C D E"),
        ("A\x07B\x1b[31m\x9fC", "AB[31mC"),
        ("\u202eevil\u202c \u2066x\u2069", "evil x"),
        ("\ufeffLL55\u200b\u00a01SH\u00ad", "LL55 1SH"),
        ("\ufdd0A\uffff", "A"),
        (f"{FAMILY} {WALES} Ŵyn", f"{FAMILY} {WALES} Ŵyn"),
        (HEBREW, HEBREW),
        ("O'Brien-ap D\u2019Arcy <b>", "O'Brien-ap D\u2019Arcy <b>"),
    ],
)
def test_one_line_stays_one_line(text, kept):
    assert cleaned(TextField(label="x"), written(text)) == kept


def test_lines_stay_lines_however_they_were_ended():
    text = "a\r\nb\rc\u2028d\u2029e\x85f\n\ng"

    assert cleaned(LongTextField(label="x"), written(text)) == "a\nb\nc\nd\ne\nf\n\ng"


@pytest.mark.parametrize("field", [TextField, LongTextField])
@pytest.mark.parametrize("text", ["\u200b\u200d", "\u0301", "\u200f", "\xad"])
def test_what_nobody_sees_is_no_answer(field, text):
    assert errors_of(field(label="x", missing="Write it"), written(text)) == [
        "Write it"
    ]


def test_digits_of_other_scripts_can_be_dialled():
    arabic = "\u0660\u0667\u0667\u0660\u0660 \u0669\u0660\u0660\u0669\u0668\u0662"

    assert cleaned(PhoneField(label="x"), written(arabic)) == "07700 900982"


@pytest.mark.parametrize("address", ["a@localhost", "a@[127.0.0.1]", "a@[::1]", "a@b"])
def test_an_address_without_a_public_domain_is_refused(address):
    assert errors_of(EmailField(label="x"), written(address)) == [
        "Enter an email address in the correct format, like name@example.com"
    ]


@pytest.mark.parametrize("address", ["o'brien+x@post.example", "a@xn--yn-2xa.example"])
def test_an_unusual_address_is_kept_as_it_is(address):
    assert cleaned(EmailField(label="x"), written(address)) == address


def test_a_box_sent_twice_is_ticked_once():
    field = CheckboxesField(label="x", choices=[("a", "A"), ("b", "B")])

    assert cleaned(field, "it=b&it=a&it=b") == ["b", "a"]
