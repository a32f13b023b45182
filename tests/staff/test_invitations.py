"""Invitations: mailed, accepted once by whom they are for, dead when they should be."""

import datetime as dt

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.roles import Role
from sites.people.models import User
from sites.staff.jobs import forget_old_invitations
from sites.staff.models import Invitation
from tests.factories import make_staff, make_user
from tests.staff.factories import (
    ACCOUNT,
    FORM,
    INVITE,
    LIST,
    PASSWORD,
    links_in,
    mail_to,
    make_invitation,
    path_of,
    roles_at,
)

pytestmark = pytest.mark.django_db
GWEN = FORM["email"]


def account(email=GWEN):
    return User.objects.filter(email__iexact=email).first()


def test_a_manager_invites_and_the_link_makes_an_account(manager, at, gwynedd, mair):
    answer = manager.post(INVITE, FORM)
    visitor, path = at(gwynedd), path_of(mail_to(GWEN))
    page = visitor.get(path)
    before = account()
    done = visitor.post(path, ACCOUNT)
    gwen = account()

    assert (answer.status_code, answer.url) == (302, LIST)
    assert page.status_code == 200
    assert before is None
    assert done.status_code == 302
    assert roles_at(gwynedd, gwen) == {"coordinator"}
    assert (gwen.first_name, gwen.last_name) == ("Gwen", "Ellis")
    assert gwen.preferred_language == "cy"
    assert gwen.check_password(PASSWORD)
    assert visitor.get(done.url).status_code == 200
    assert at(gwynedd, gwen).get("/admin/applications/").status_code == 200
    logged = set(ModelLogEntry.objects.values_list("action", "user_id"))
    assert logged >= {
        ("staff.invited", mair.pk),
        ("staff.invitation_accepted", gwen.pk),
        ("authorities.role_granted", mair.pk),
    }


def test_whoever_has_an_account_is_invited_in_the_language_they_prefer(gwynedd):
    make_user(email=GWEN, preferred_language="cy")

    make_invitation(gwynedd, language="en")

    assert mail_to(GWEN).language == "cy"


@pytest.mark.parametrize(
    ("language", "prefixes"),
    [("cy", ["/cy/gwahoddiad/"]), ("en", ["/en/invitation/"])],
)
def test_the_mail_speaks_the_language_that_was_chosen(gwynedd, language, prefixes):
    make_invitation(gwynedd, language=language)

    links = links_in(mail_to(GWEN))

    assert len(links) == len(prefixes)
    assert prefixes[0] in links[0]


def test_where_the_language_is_not_known_it_speaks_both(gwynedd):
    make_invitation(gwynedd, language="both")

    welsh, english = links_in(mail_to(GWEN))

    assert "/cy/gwahoddiad/" in welsh
    assert "/en/invitation/" in english
    assert welsh.rsplit("/", 2)[1] == english.rsplit("/", 2)[1]


def test_an_account_that_exists_is_not_taken_over(gwynedd, devon, at):
    gwen = make_staff(devon, Role.EDITOR, email=GWEN, first_name="Gwenllian")
    make_invitation(gwynedd)
    path = path_of(mail_to(GWEN))
    stranger = at(gwynedd)

    asked = stranger.get(path)
    stranger.post(path, ACCOUNT)
    gwen.refresh_from_db()
    untouched = (gwen.first_name, gwen.check_password("password"))
    nothing = roles_at(gwynedd, gwen)
    owner = at(gwynedd, gwen)
    owner.get(path)
    accepted = owner.post(path)

    assert 'name="password"' not in asked.text
    assert untouched == ("Gwenllian", True)
    assert nothing == set()
    assert accepted.status_code == 302
    assert roles_at(gwynedd, gwen) == {"coordinator"}
    assert roles_at(devon, gwen) == {"editor"}


def test_nobody_accepts_for_somebody_else(gwynedd, devon, at):
    other = make_staff(devon, Role.EDITOR)
    make_invitation(gwynedd)
    path = path_of(mail_to(GWEN))

    without_account = at(gwynedd, other).post(path, ACCOUNT)
    make_user(email=GWEN)
    with_account = at(gwynedd, other).post(path, ACCOUNT)

    assert {without_account.status_code, with_account.status_code} == {200}
    assert roles_at(gwynedd, other) == set()
    assert Invitation.objects.get().is_open


def test_the_manager_is_told_nothing_of_accounts_elsewhere(manager, devon):
    make_staff(devon, Role.EDITOR, email=GWEN, first_name="Gwenllian")

    known = manager.post(INVITE, FORM, follow=True)
    unknown = manager.post(INVITE, {**FORM, "email": "eira@x.example"}, follow=True)

    assert known.text.count("Gwenllian") == 0
    assert known.redirect_chain == unknown.redirect_chain
    assert Invitation.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"email": ""}, "Write their e-mail address."),
        ({"language": ""}, "Choose a language, or both."),
        ({"roles": []}, "Choose at least one role."),
        ({"roles": ["network_admin"]}, "not one of the available choices"),
        ({"roles": ["manager", "hub_editor"]}, "not one of the available choices"),
    ],
)
def test_a_wrong_form_says_so_and_invites_nobody(manager, changes, said):
    answer = manager.post(INVITE, {**FORM, **changes})

    assert answer.status_code == 200
    assert said in answer.text
    assert not Invitation.objects.exists()


def test_nobody_is_invited_twice_and_no_colleague_at_all(manager, gwynedd):
    make_staff(gwynedd, Role.EDITOR, email="Lowri@Gwynedd.example")

    manager.post(INVITE, FORM)
    again = manager.post(INVITE, {**FORM, "email": "GWEN@gwynedd.example"})
    colleague = manager.post(INVITE, {**FORM, "email": "lowri@gwynedd.example"})

    assert "has been invited already" in again.text
    assert "works here already" in colleague.text
    assert Invitation.objects.count() == 1


def test_a_password_too_simple_or_mistyped_is_refused_and_not_shown(gwynedd, at):
    make_invitation(gwynedd, language="en")
    path, visitor = path_of(mail_to(GWEN)), at(gwynedd)

    mistyped = visitor.post(path, {**ACCOUNT, "again": "somethingelse9"})
    short = visitor.post(path, {**ACCOUNT, "password": "cath", "again": "cath"})
    named = visitor.post(path, {**ACCOUNT, "password": GWEN, "again": GWEN})
    before = account()
    visitor.post(path, ACCOUNT)

    assert [x.status_code for x in (mistyped, short, named)] == [200] * 3
    assert "govuk-error-summary" in named.text
    assert "The two passwords are not the same" in mistyped.text
    assert "at least 12 characters" in short.text
    assert PASSWORD not in mistyped.text
    assert before is None
    assert account() is not None


def test_names_of_the_invited_are_forgotten_after_ninety_days(gwynedd):
    old, new = make_invitation(gwynedd), make_invitation(gwynedd, email="b@x.example")
    Invitation.objects.filter(pk=old.pk).update(
        sent_at=timezone.now() - dt.timedelta(days=99),
        expires_at=timezone.now() - dt.timedelta(days=91),
    )

    forget_old_invitations()

    assert list(Invitation.objects.all()) == [new]
