"""What a mail says, in its language, and that nothing in it can say more."""

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import gettext, override

from cms.mail.errors import MailRefused
from cms.mail.letterhead import Letterhead
from cms.mail.message import message_of
from cms.mail.rendering import rendered
from tests.factories import make_service
from tests.language.judging import english_parts

WELCOME = (
    "We welcome correspondence in Welsh. We will reply in Welsh, and that will not "
    "lead to delay."
)


@pytest.fixture
def gwynedd(provisioned):
    return make_service("gwynedd")


@pytest.fixture
def devon(provisioned):
    return make_service("devon")


def said(text, language):
    with override(language):
        return gettext(text)


def test_a_mail_speaks_the_language_it_was_queued_in(gwynedd, queue):
    welsh, english = (rendered(queue(gwynedd, language=code)) for code in ("cy", "en"))

    assert welsh.subject == "Diolch, Siân Ŵyn"
    assert welsh.text.startswith("Annwyl Siân Ŵyn,\n\nDewch ar 3 Mai 2027: http://")
    assert "Ymwelwyr Annibynnol Gwynedd" in welsh.text
    assert english.subject == "Thank you, Siân Ŵyn"
    assert english.text.startswith("Dear Siân Ŵyn,\n\nCome on 3 May 2027: http://")
    assert "Annwyl" not in english.text + english.html


def test_a_mail_in_both_languages_puts_welsh_first(gwynedd, queue):
    email = rendered(queue(gwynedd, language="both"))

    assert email.subject == "Diolch, Siân Ŵyn / Thank you, Siân Ŵyn"
    assert -1 < email.text.index("Annwyl") < email.text.index("Dear")
    assert email.html.index('lang="cy"') < email.html.index('<div lang="en">')
    message = message_of(email)
    assert message.extra_headers["Content-Language"] == "cy, en"
    assert message.from_email == (
        "Ymwelwyr Annibynnol Gwynedd / Gwynedd Independent Visitors"
        f" <{message.from_email.partition('<')[2]}"
    )


def test_html_is_made_from_the_text_where_there_is_none(gwynedd, queue):
    email = rendered(queue(gwynedd))

    assert "<p>Annwyl Siân Ŵyn,</p>" in email.html
    assert '<a href="http://gwynedd.localhost/cy/"' in email.html
    assert email.html.startswith('<!doctype html>\n<html lang="cy">')


def test_a_template_of_its_own_is_used_for_html(gwynedd, queue):
    email = rendered(queue(gwynedd, template="tests/own"))

    assert '<p class="own">Siân Ŵyn</p>' in email.html
    assert "<p>Annwyl" not in email.html


@pytest.mark.parametrize("template", ["tests/hello", "tests/own"])
def test_a_name_cannot_bring_markup_with_it(gwynedd, queue, template):
    name = "<script>alert('O'Neill & Sons')</script>"
    context = {"name": name, "day": None, "link": 'javascript:"x"'}

    email = rendered(queue(gwynedd, template=template, context=context))

    assert "<script" not in email.html
    assert "&lt;script&gt;" in email.html
    assert 'href="javascript' not in email.html
    assert f"Annwyl {name}," in email.text


@pytest.mark.parametrize("line_break", ["\n", "\r", "\x00", "\u2028"])
def test_a_subject_of_two_lines_is_refused(gwynedd, queue, line_break):
    context = {"name": f"Siân{line_break}Bcc: x@cartref.example"}

    with pytest.raises(MailRefused):
        rendered(queue(gwynedd, context=context))


def test_what_was_said_once_is_said_again(gwynedd, queue):
    email = rendered(queue(gwynedd))
    first = (email.subject, email.text, email.html)
    gwynedd.hostname = "elsewhere.localhost"

    email.refresh_from_db()

    assert (rendered(email).subject, email.text, email.html) == first


def test_every_mail_says_whom_to_ring_about_a_child(gwynedd, queue):
    email = rendered(queue(gwynedd, language="en"))

    for body in (email.text, email.html.replace("&#x27;", "'")):
        assert "Worried about a child?" in body
        assert "If a child is in danger now, ring 999." in body
        assert "ring Example Council on 01632 960102; outside office hours" in body
        assert "hours, 01632 960103." in body
        assert "a member of staff? Ring 01632 960104." in body
        assert "Please do not use the forms on this website" in body


def test_a_service_without_numbers_sends_the_reader_to_their_own_council():
    head = Letterhead(language="en", service_name="Independent Visitors")

    assert head.worry == [
        "If a child is in danger now, ring 999.",
        "To report a worry about a child, ring the council where the child lives.",
        "Please do not use the forms on this website to report a worry.",
    ]


def test_both_halves_of_a_mail_are_signed_and_welcome_welsh_in_their_language(
    gwynedd, queue
):
    email = rendered(queue(gwynedd, language="both"))

    welsh, _bar, english = email.text.partition("\n\n* * *\n\n")
    halves = BeautifulSoup(email.html, "html.parser").select("div[lang]")
    assert [half["lang"] for half in halves] == ["cy", "en"]
    for language, *said_in in (
        ("cy", welsh, halves[0].get_text()),
        ("en", english, halves[1].get_text()),
    ):
        other = "en" if language == "cy" else "cy"
        for half in said_in:
            assert gwynedd.service.name_in(language) in half
            assert gwynedd.service.name_in(other) not in half
            assert said(WELCOME, language) in half
            assert said(WELCOME, other) not in half


def test_a_mail_in_welsh_is_welsh_from_its_sender_to_its_signature(gwynedd, queue):
    message = message_of(rendered(queue(gwynedd, language="cy")))

    assert message.from_email.startswith("Ymwelwyr Annibynnol Gwynedd <")
    assert message.extra_headers["Content-Language"] == "cy"
    page = BeautifulSoup(message.alternatives[0].content, "html.parser")
    assert {tag["lang"] for tag in page.select("[lang]")} == {"cy"}
    for body in (message.body, page.get_text()):
        assert "Ymwelwyr Annibynnol Gwynedd" in body
        assert "Gwynedd Independent Visitors" not in body
        assert english_parts(f'<p lang="cy">{body}</p>') == []


def test_a_welsh_service_welcomes_welsh_in_every_mail(gwynedd, devon, queue):
    for language in ("cy", "en"):
        email = rendered(queue(gwynedd, language=language))
        assert said(WELCOME, language) in email.text
        assert said(WELCOME, language) in email.html

    for language in ("cy", "en"):
        email = rendered(queue(devon, language=language))
        assert said(WELCOME, language) not in email.text + email.html


def test_staff_write_their_own_words(gwynedd, queue):
    email = rendered(
        queue(
            gwynedd,
            template="cms/message",
            context={"subject": "Sgwrs", "body": "Helo,\n\nBeth am ddydd Llun? <3"},
        )
    )

    assert email.subject == "Sgwrs"
    assert email.text.startswith("Helo,\n\nBeth am ddydd Llun? <3\n")
    assert "<p>Beth am ddydd Llun? &lt;3</p>" in email.html


def test_a_service_s_name_of_two_lines_is_one_line_of_the_header(gwynedd, queue):
    gwynedd.service.name_en = "Gwynedd\r\nBcc: x@cartref.example"

    message = message_of(rendered(queue(gwynedd, language="en")))

    sender = message.message()["From"]
    assert sender.startswith('"Gwynedd Bcc: x@cartref.example" <')
