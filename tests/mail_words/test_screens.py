"""The screens on which a service writes the words of its mails."""

import pytest

from cms.activation import disable, enable
from cms.mail_words import all_editable, editable_at, supplied
from cms.models import MailWords, OutboundEmail
from cms.roles import LOCAL_ROLES, Role
from tests.factories import make_staff
from tests.mail_words.conftest import (
    EDIT,
    ENGLISH,
    RECEIVED,
    WELSH,
    index,
    now,
    read,
    told,
)


def preview(answer):
    parts = read(answer).select(".iv-mail-preview")
    return {part["lang"]: part.get_text(" ", strip=True) for part in parts}


def test_managers_and_coordinators_open_the_screens_and_nobody_else(gwynedd, client_at):
    people = {role: make_staff(gwynedd, role) for role in LOCAL_ROLES}

    opened = {
        role
        for role, person in people.items()
        if {client_at(gwynedd, person).get(url).status_code for url in (index(), EDIT)}
        == {200}
    }

    assert opened == {Role.MANAGER, Role.COORDINATOR}


def test_the_list_has_every_mail_of_what_is_on_by_its_title(
    gwynedd, manager, client_at
):
    disable(site=gwynedd, label="referrals")

    page = read(client_at(gwynedd, manager).get(index()))

    titles = [title.get_text(strip=True) for title in page.select(".iv-feature__name")]
    assert titles == [str(mail.title) for mail in editable_at(gwynedd)]
    assert "An application has arrived" in titles
    assert "A request for a visitor has arrived" not in titles
    at = "/admin/mail-words/referrals.received/"
    assert client_at(gwynedd, manager).get(at).status_code == 404


def test_words_of_a_feature_that_is_off_stay_for_when_it_is_on_again(
    gwynedd, manager, post, client_at
):
    post(gwynedd, manager, **ENGLISH, **WELSH)
    disable(site=gwynedd, label="applications")
    assert client_at(gwynedd, manager).get(EDIT).status_code == 404
    assert client_at(gwynedd, manager).get(index()).status_code == 200

    enable(site=gwynedd, label="applications")

    assert now(gwynedd).of("en").text == ENGLISH["text_en"]


def test_words_whose_package_is_gone_hurt_no_screen(gwynedd, manager, client_at):
    MailWords.objects.create(
        site=gwynedd, mail="gone/received", language="en", subject="S", text="T"
    )

    assert client_at(gwynedd, manager).get(index()).status_code == 200
    at = "/admin/mail-words/gone.received/"
    assert client_at(gwynedd, manager).get(at).status_code == 404


def test_both_languages_are_saved_together_and_sent_from_then_on(
    gwynedd, manager, post
):
    answer = post(gwynedd, manager, **ENGLISH, **WELSH)

    assert answer.url == index()
    rows = MailWords.objects.filter(site=gwynedd, is_current=True)
    assert {(row.language, row.subject, row.saved_by) for row in rows} == {
        ("en", "Thank you ({reference})", manager),
        ("cy", "Diolch ({reference})", manager),
    }
    assert len({row.saved_at for row in rows}) == 1


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_words_as_supplied_are_no_words_of_ones_own(gwynedd, manager, post, line_end):
    mail = all_editable()[RECEIVED]
    text = supplied(mail, "en").text.replace("\n", line_end)

    post(gwynedd, manager, text_en=text)

    assert not MailWords.objects.exists()


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        (
            "text_cy",
            "Shwmae {enw} {reference} {status_link}",
            "Nid oes {enw} yma. Gallwch ddefnyddio: {name}, {reference},"
            " {contact_by}, {status_link}, {service}.",
        ),
        (
            "text_cy",
            "Shwmae {reference}",
            "Mae {status_link} ar goll: y ddolen sy’n dangos hynt eu cais.",
        ),
        (
            "text_en",
            "{% load i18n %} {reference} {status_link}",
            "Dim ond o gwmpas un o’r rhain y mae cromfachau cyrliog: {name},"
            " {reference}, {contact_by}, {status_link}, {service}.",
        ),
        (
            "subject_en",
            "For {name}",
            "Ni chaiff {name} fod yn y pwnc: gall eraill ei weld.",
        ),
        ("subject_cy", "Diolch\nBcc: x@x.example", "Un llinell yw’r pwnc."),
        ("text_en", "", "Ysgrifennwch y testun."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_in_the_editor_s_language(
    gwynedd, post, field, typed, said
):
    person = make_staff(gwynedd, Role.COORDINATOR, preferred_language="cy")

    answer = post(gwynedd, person, **{**ENGLISH, **WELSH, field: typed})

    assert told(answer, field) == [said]
    kept = read(answer).select_one(f"#id_{field}")
    assert (kept.get("value") or kept.get_text().removeprefix("\n")) == typed
    assert not MailWords.objects.exists()


def test_the_preview_shows_both_languages_with_invented_values_and_saves_nothing(
    gwynedd, manager, post
):
    answer = post(gwynedd, manager, **ENGLISH, **WELSH, preview="yes")

    shown = preview(answer)
    assert list(shown) == ["en", "cy"]
    assert "Thank you (ABC-7KM-4R2X) Hiya Siân Morgan," in shown["en"]
    assert "Diolch (ABC-7KM-4R2X) Shwmae Siân Morgan," in shown["cy"]
    assert "Worried about a child?" in shown["en"]
    assert "Poeni am blentyn?" in shown["cy"]
    assert "{" not in "".join(shown.values())
    assert (
        read(answer).select_one("#id_text_en").get_text().strip()
        == (ENGLISH["text_en"])
    )
    assert not MailWords.objects.exists()


def test_markup_is_shown_as_it_was_typed(gwynedd, manager, post):
    words = {**ENGLISH, "text_en": "<script>x</script> {reference} {status_link}"}

    answer = post(gwynedd, manager, **{**words, **WELSH}, preview="yes")

    assert "<script>x</script>" in preview(answer)["en"]
    assert read(answer).select(".iv-mail-preview script") == []


def test_a_test_goes_to_oneself_in_both_languages_and_saves_nothing(
    gwynedd, manager, post, mailoutbox
):
    post(gwynedd, manager, **ENGLISH, **WELSH, test="yes")

    (sent,) = mailoutbox
    assert sent.to == [manager.email]
    assert sent.subject == (
        "Prawf: Diolch (ABC-7KM-4R2X) / Test: Thank you (ABC-7KM-4R2X)"
    )
    assert sent.body.index("Shwmae Siân Morgan") < sent.body.index("Hiya Siân Morgan")
    assert OutboundEmail.objects.get().template == "cms/message"
    assert not MailWords.objects.exists()


def test_nobody_mails_themselves_endlessly(gwynedd, manager, post, mailoutbox):
    for _time in range(6):
        answer = post(gwynedd, manager, **ENGLISH, **WELSH, test="yes")

    assert len(mailoutbox) == 5
    assert "enough test mails for this hour" in answer.text
