"""Passwords: a new one by a link in a mail, a change, and what is told to nobody."""

import re

import pytest
from django.urls import reverse

from cms.mail import OutboundEmail
from cms.roles import Role
from tests.entry.codes import sign_in
from tests.factories import make_staff, make_user

pytestmark = pytest.mark.django_db
ASK = "/account/password/reset/"
NEW = "tair cath ddu 1234"


@pytest.fixture
def ask(english, django_capture_on_commit_callbacks):
    def ask(email):
        with django_capture_on_commit_callbacks(execute=True):
            return english.post(ASK, {"email": email})

    return ask


def link_in(mail):
    return re.search(r"http://gwynedd\.localhost(/account/\S+)", mail.body)[1]


def test_a_link_in_a_mail_sets_a_new_password_once(
    english, coordinator, ask, mailoutbox
):
    ask(coordinator.email.upper())
    link = link_in(mailoutbox[0])
    form = english.get(link).headers["Location"]

    done = english.post(form, {"password1": NEW})
    again = english.get(link)

    assert done.headers["Location"] == reverse("account_reset_password_from_key_done")
    assert "This link does not work any more" in again.text
    assert english.get("/admin/").status_code == 302  # It signs nobody in.
    answer = english.post(
        "/account/login/", {"login": coordinator.email, "password": NEW}
    )
    assert answer.headers["Location"] == "/admin/"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_mail_is_in_the_persons_language(gwynedd, ask, mailoutbox, language):
    person = make_staff(gwynedd, Role.EDITOR, preferred_language=language)

    ask(person.email)

    (queued,) = OutboundEmail.objects.all()
    assert (queued.language, queued.to) == (language, person.email)
    assert [mail.to for mail in mailoutbox] == [[person.email]]


def test_an_address_that_nobody_has_is_answered_alike_and_gets_no_mail(
    english, coordinator, ask, mailoutbox
):
    coordinator.is_active = False
    coordinator.save()

    answers = [ask(email) for email in ("nobody@council.example", coordinator.email)]

    assert {answer.headers["Location"] for answer in answers} == {f"{ASK}sent/"}
    assert mailoutbox == []


def test_known_and_unknown_addresses_get_the_same_answer(english, coordinator, ask):
    known = ask(coordinator.email)
    unknown = ask("nobody@council.example")

    assert (known.status_code, known.headers["Location"], known.content) == (
        unknown.status_code,
        unknown.headers["Location"],
        unknown.content,
    )


def test_nobody_fills_a_mailbox_with_links(coordinator, ask, mailoutbox):
    for _attempt in range(5):
        assert ask(coordinator.email).headers["Location"] == f"{ASK}sent/"

    assert len(mailoutbox) == 3


@pytest.mark.parametrize(
    ("password", "complaint"),
    [
        ("brown1", "too short"),
        ("password1234", "too common"),
        ("gethin@council", "too similar"),
        ("", "Enter a new password"),
    ],
)
def test_a_weak_password_is_refused_in_words(english, coordinator, password, complaint):
    sign_in(english, coordinator)

    answer = english.post(
        "/account/password/change/", {"oldpassword": "password", "password1": password}
    )

    assert answer.status_code == 200
    assert complaint in answer.text
    assert coordinator.check_password("password")


def test_a_change_ends_other_sessions_and_is_told_by_mail(
    english,
    gwynedd,
    client_at,
    coordinator,
    mailoutbox,
    django_capture_on_commit_callbacks,
):
    other = client_at(gwynedd, coordinator)
    sign_in(english, coordinator)
    change = {"oldpassword": "wrong", "password1": NEW}

    refused = english.post("/account/password/change/", change)
    with django_capture_on_commit_callbacks(execute=True):
        done = english.post(
            "/account/password/change/", change | {"oldpassword": "password"}
        )

    assert "This is not your current password" in refused.text
    assert done.headers["Location"] == "/admin/"
    assert english.get("/admin/").status_code == 200
    assert other.get("/admin/").status_code == 302
    assert "Your password was changed" in mailoutbox[0].body


def test_wagtail_changes_neither_password_nor_address(english, coordinator):
    sign_in(english, coordinator)

    page = english.get("/admin/account/").text

    assert 'type="password"' not in page
    assert 'name="name_email-email"' not in page
    assert "/account/password/change/" in page
    assert "/account/second-factor/" in page


def test_no_page_carries_a_password_back(english, coordinator):
    typed = "my-own-secret-words"

    answer = english.post(
        "/account/login/", {"login": coordinator.email, "password": typed}
    )

    assert answer.status_code == 200
    assert typed not in answer.text


def test_whoever_runs_the_installation_sets_nobodys_password(
    gwynedd, coordinator, client_at
):
    client = client_at(gwynedd, make_user(is_superuser=True))
    names = ["wagtailusers_users:edit", "wagtailusers_users:add"]
    urls = [reverse(names[0], args=[coordinator.pk]), reverse(names[1])]

    pages = [client.get(url).text for url in urls]

    assert [("first_name" in page, "password1" in page) for page in pages] == [
        (True, False),
        (True, False),
    ]
