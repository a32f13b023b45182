"""Words that nobody should write: told beside their field, inert where they stand."""

import pytest
from django.template import engines
from hypothesis import given
from hypothesis import strategies as st

from cms.mail.rendering import rendered
from tests.factories import make_service
from tests.mail.greeting import HELLO, put, said_of, write

HOSTILE = (
    "{% load i18n %}",
    "{{ settings.SECRET_KEY }}",
    "{% include 'cms/base.html' %}",
    "{name.__class__}",
    "{0}",
    "{}",
    "{name!r}",
    "{name:>99999999}",
    "%(name)s",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
)


@pytest.fixture
def gwynedd(provisioned):
    return make_service("gwynedd")


@pytest.mark.parametrize(
    ("text", "subject", "told"),
    [
        ("{link}", "Hello", []),
        ("Hello", "Hello", ["{link} is missing: the link."]),
        ("{link}.", "Hi", ["Leave a space or a new line before and after {link}."]),
        (
            "{link} {nmae}",
            "Hello",
            [
                "There is no {nmae} here. You can use: {name}, {day}, {link},"
                " {again}, {number}, {service}."
            ],
        ),
        (
            "{link}",
            "Hello {name}",
            ["{name} may not stand in the subject, which others may see."],
        ),
        (
            "{link}",
            "{who} {number}",
            ["There is no {who} here. You can use: {number}, {service}."],
        ),
        (
            "{link} { name }",
            "Hello",
            [
                "Curly brackets only stand around one of these: {name}, {day},"
                " {link}, {again}, {number}, {service}."
            ],
        ),
        ("{link}", "Hello\nBcc: x@y.example", ["The subject is one line."]),
        ("{link}", "Hello\u2028x", ["The subject is one line."]),
        (
            "{link}\x1b",
            "Hello",
            [
                "The text has a character that a mail cannot carry. Type it again.",
                "Leave a space or a new line before and after {link}.",
            ],
        ),
    ],
)
def test_what_is_wrong_is_said_in_words(text, subject, told):
    assert said_of(text, subject=subject) == told


PLACES = st.sampled_from([f"{{{p.name}}}" for p in HELLO.all_places])
# What can go wrong in a text, and enough else: the whole of Unicode is slow to draw.
LETTERS = st.text("aŵŷ <>&'\"%#/.:;\\()\t\n-0", max_size=40)


@given(st.lists(st.one_of(PLACES, LETTERS)).map("".join))
def test_text_over_the_places_leaves_no_trace_of_a_bracket(text):
    text = f"{text}\n\n{{link}}\n"
    if said_of(text):
        return  # A link that touches a word.

    said = put(text, name="Siân", day="3 May", again="https://x.example", number="7")

    assert "{" not in said
    assert "}" not in said
    assert "https://iv.example/1" in said


@given(st.sampled_from(HOSTILE), LETTERS, LETTERS)
def test_hostile_text_is_refused_or_stands_as_it_was_typed(hostile, before, after):
    text = f"{before} {hostile} {after}\n\n{{link}}"
    if said_of(text):
        assert set(hostile) & set("{}")
        return

    assert hostile in put(text)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_does_nothing_in_either_part_of_the_mail(
    gwynedd, queue, hello, hostile, settings
):
    write(gwynedd, text=f"{hostile} {{link}}")

    email = rendered(queue(gwynedd))

    assert settings.SECRET_KEY not in email.text + email.html
    assert "<script" not in email.html
    assert "<img" not in email.html
    assert 'href="javascript' not in email.html
    if not set(hostile) & set("{}"):
        assert email.text.startswith(hostile)


def test_the_template_engine_is_never_given_own_words(
    gwynedd, queue, hello, monkeypatch
):
    write(gwynedd)
    made = []
    engine = engines["django"]
    monkeypatch.setattr(
        type(engine), "from_string", lambda self, code: made.append(code)
    )

    rendered(queue(gwynedd))

    assert made == []
