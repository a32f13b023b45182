"""A service's own words in a mail: picked when it is written, and never a template."""

import string

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.mail.declared import all_editable
from cms.mail.rendering import rendered, shown
from cms.mail.wording import faults, supplied
from tests.factories import make_service
from tests.mail.greeting import mail_of, put, write


@pytest.fixture
def gwynedd(provisioned):
    return make_service("gwynedd")


def test_a_mail_says_what_its_service_wrote(gwynedd, queue, hello):
    write(gwynedd)

    email = rendered(queue(gwynedd))

    assert email.subject == "Shwmae gan Ymwelwyr Annibynnol Gwynedd"
    assert email.text.startswith("Shwmae Siân Ŵyn!\n\nDewch: http://gwynedd.")
    assert "<p>Shwmae Siân Ŵyn!</p>" in email.html
    assert "Worried about a child" not in email.html
    assert "Poeni am blentyn" in email.html


def test_a_mail_in_both_languages_has_own_words_in_each_welsh_first(
    gwynedd, queue, hello
):
    write(gwynedd)
    write(gwynedd, language="en", subject="Hiya", text="Hiya {name}: {link}")

    email = rendered(queue(gwynedd, language="both"))

    assert email.subject == "Shwmae gan Ymwelwyr Annibynnol Gwynedd / Hiya"
    assert -1 < email.text.index("Shwmae Siân") < email.text.index("Hiya Siân")


def test_a_language_without_own_words_speaks_as_supplied(gwynedd, queue, hello):
    write(gwynedd)

    email = rendered(queue(gwynedd, language="en"))

    assert email.subject == "Thank you, Siân Ŵyn"


def test_words_put_aside_and_those_of_another_service_are_not_said(
    gwynedd, queue, hello
):
    write(gwynedd, is_current=False)
    write(gwynedd, subject="", text="")
    write(make_service("devon"))

    assert rendered(queue(gwynedd)).subject == "Diolch, Siân Ŵyn"


def test_words_that_no_longer_fit_give_way_to_those_supplied(
    gwynedd, queue, hello, caplog
):
    row = write(gwynedd, text="Shwmae {nickname}: {link}")

    assert rendered(queue(gwynedd)).subject == "Diolch, Siân Ŵyn"
    assert caplog.messages == [
        f"The words {row.pk} of a mail no longer fit its places."
    ]


def test_own_words_cost_no_query_more_than_those_supplied(gwynedd, queue, hello):
    def cost(language):
        email = queue(gwynedd, language=language)
        with CaptureQueriesContext(connection) as queries:
            rendered(email)
        return len(queries)

    rendered(queue(gwynedd))  # The letterhead is known from now on.
    before = {language: cost(language) for language in ("cy", "both")}
    write(gwynedd)
    write(gwynedd, language="en")

    assert {language: cost(language) for language in ("cy", "both")} == before
    assert before["cy"] == 3  # The service, its words, keeping what was said.


def test_a_name_brings_no_place_and_no_markup_with_it(gwynedd, queue, hello):
    write(gwynedd)
    name = "{link} {service} {{ settings.SECRET_KEY }} <b>"
    context = {"name": name, "day": None, "link": "https://iv.example/1"}

    email = rendered(queue(gwynedd, context=context))

    assert email.text.startswith(f"Shwmae {name}!")
    assert "&lt;b&gt;!" in email.html


def test_a_paragraph_goes_where_its_link_has_no_address():
    text = "Hello\n\nLook here:\n{again}\n\nBye {link}"

    assert put(text) == "Hello\n\nBye https://iv.example/1"
    assert put(text, again="https://x.example") == (
        "Hello\n\nLook here:\nhttps://x.example\n\nBye https://iv.example/1"
    )


def test_what_always_stands_at_the_end_stands_there():
    mail = mail_of(closing="Nothing about the child, please.")

    assert put("Hello {link}", mail=mail).endswith(
        "1\n\nNothing about the child, please."
    )


def test_names_of_places_are_plain_and_none_is_there_twice():
    plain = set(string.ascii_lowercase + "_")
    for mail in all_editable().values():
        names = [place.name for place in mail.all_places]
        assert len(names) == len(set(names)), mail.key
        assert set("".join(names)) <= plain, mail.key


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("key", sorted(all_editable()))
def test_words_as_supplied_say_what_the_template_says(provisioned, key, language):
    mail = all_editable()[key]
    site = make_service("gwynedd")
    words = supplied(mail, language)

    assert list(faults(mail, words)) == []
    by_template, by_words = (
        next(part for part in shown(site, mail, own) if part.language == language)
        for own in ({}, {language: words})
    )
    assert by_words.subject == by_template.subject
    assert by_words.text == by_template.text
