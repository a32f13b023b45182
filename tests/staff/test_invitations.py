"""Invitations: mailed, accepted once by whom they are for, dead when they should be."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.models import OutboundEmail
from cms.roles import Role
from sites.people.models import User
from sites.staff.invitations import (
    accept,
    accept_with_new_account,
    send_again,
    withdraw,
)
from sites.staff.jobs import forget_old_invitations
from sites.staff.models import Invitation
from sites.staff.refusals import InvitationClosed
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
    staff_state,
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


def test_the_token_stands_nowhere_in_the_table(gwynedd):
    invitation = make_invitation(gwynedd)
    token = path_of(mail_to(GWEN)).rsplit("/", 2)[1]
    row = Invitation.objects.filter(pk=invitation.pk).values().get()

    assert token not in str(row)
    assert GWEN not in str(row)


def test_looking_at_the_link_changes_nothing(gwynedd, at):
    make_invitation(gwynedd)
    path, before = path_of(mail_to(GWEN)), staff_state(gwynedd)
    scanner = at(gwynedd)

    statuses = [scanner.get(path).status_code, scanner.head(path).status_code]

    assert statuses == [200, 200]
    assert staff_state(gwynedd) == before
    assert account() is None


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


def expired(invitation):
    Invitation.objects.filter(pk=invitation.pk).update(
        sent_at=timezone.now() - dt.timedelta(days=8),
        expires_at=timezone.now() - dt.timedelta(days=1),
    )


def withdrawn(invitation):
    withdraw(invitation=invitation, by=None)


def accepted(invitation):
    facts = {key: ACCOUNT[key] for key in ("first_name", "last_name", "language")}
    accept_with_new_account(invitation=invitation, password=PASSWORD, **facts)


@pytest.mark.parametrize("end", [expired, withdrawn, accepted])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_dead_link_says_why_in_both_languages(gwynedd, at, end, language):
    invitation = make_invitation(gwynedd, language=language)
    path = path_of(mail_to(GWEN))
    alive = at(gwynedd).get(path).status_code
    end(invitation)
    before = staff_state(gwynedd)

    answers = [at(gwynedd).get(path), at(gwynedd).post(path, ACCOUNT)]

    assert alive == 200
    assert [answer.status_code for answer in answers] == [410, 410]
    assert f'lang="{language}"' in answers[0].text
    assert staff_state(gwynedd) == before


@pytest.mark.parametrize("language", ["en", "cy"])
def test_at_another_host_and_mistyped_it_is_404(gwynedd, devon, at, language):
    make_invitation(gwynedd, language=language)
    path, before = path_of(mail_to(GWEN)), staff_state(gwynedd)

    elsewhere = at(devon).post(path, ACCOUNT)
    mistyped = at(gwynedd).get(f"{path[:-3]}/")

    assert [elsewhere.status_code, mistyped.status_code] == [404, 404]
    assert f'lang="{language}"' in elsewhere.text
    assert (staff_state(gwynedd), staff_state(devon)) == (before, ([], []))


def test_the_link_lives_seven_days(gwynedd, at):
    make_invitation(gwynedd)
    path = path_of(mail_to(GWEN))
    sent = Invitation.objects.get().sent_at

    with time_machine.travel(sent + dt.timedelta(days=6, hours=23), tick=False):
        last = at(gwynedd).get(path).status_code
    with time_machine.travel(sent + dt.timedelta(days=7, seconds=1), tick=False):
        late = at(gwynedd).get(path).status_code

    assert (last, late) == (200, 410)


def test_sent_again_only_the_new_link_works(gwynedd, mair, manager, at):
    invitation = make_invitation(gwynedd, by=mair)
    old = path_of(mail_to(GWEN))
    expired(invitation)

    manager.post(f"/admin/staff/invitations/{invitation.pk}/again/")
    new = path_of(mail_to(GWEN))

    assert OutboundEmail.objects.filter(template="staff/invitation").count() == 2
    assert at(gwynedd).get(old).status_code == 404
    assert at(gwynedd).get(new).status_code == 200


def test_withdrawn_by_the_manager_it_is_asked_first(gwynedd, mair, manager, at):
    invitation = make_invitation(gwynedd, by=mair)
    path = path_of(mail_to(GWEN))
    address = f"/admin/staff/invitations/{invitation.pk}/withdraw/"

    asked, still = manager.get(address), at(gwynedd).get(path)
    manager.post(address)

    assert (asked.status_code, still.status_code) == (200, 200)
    assert at(gwynedd).get(path).status_code == 410
    manager.get(LIST)  # Here it is said that it is withdrawn.
    assert "Gwen" not in manager.get(LIST).text


def test_accepting_twice_stores_once(gwynedd):
    invitation = make_invitation(gwynedd)
    stale = Invitation.objects.get(pk=invitation.pk)
    gwen = make_user(email=GWEN)

    accept(invitation=invitation, user=gwen)
    with pytest.raises(InvitationClosed):
        accept(invitation=stale, user=gwen)
    with pytest.raises(InvitationClosed):
        send_again(invitation=stale, by=None)

    assert roles_at(gwynedd, gwen) == {"coordinator"}
    entries = ModelLogEntry.objects.filter(action="staff.invitation_accepted")
    assert entries.count() == 1


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
    make_invitation(gwynedd)
    path = path_of(mail_to(GWEN))

    mistyped = at(gwynedd).post(path, {**ACCOUNT, "again": "somethingelse9"})

    assert mistyped.status_code == 200
    assert "The two passwords are not the same" in mistyped.text
    assert PASSWORD not in mistyped.text
    assert account() is None


def test_names_of_the_invited_are_forgotten_after_ninety_days(gwynedd):
    old, new = make_invitation(gwynedd), make_invitation(gwynedd, email="b@x.example")
    Invitation.objects.filter(pk=old.pk).update(
        sent_at=timezone.now() - dt.timedelta(days=99),
        expires_at=timezone.now() - dt.timedelta(days=91),
    )

    forget_old_invitations()

    assert list(Invitation.objects.all()) == [new]
