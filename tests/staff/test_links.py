"""The link of an invitation: it works once, for seven days, at its own host."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.models import OutboundEmail
from sites.people.models import User
from sites.staff.invitations import (
    accept,
    accept_with_new_account,
    send_again,
    withdraw,
)
from sites.staff.models import Invitation
from sites.staff.refusals import InvitationClosed
from tests.factories import make_user
from tests.staff.factories import (
    ACCOUNT,
    FORM,
    LIST,
    PASSWORD,
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


def test_nobodys_mailbox_is_flooded_with_invitations(gwynedd, mair, manager):
    invitation = make_invitation(gwynedd, by=mair)
    again = f"/admin/staff/invitations/{invitation.pk}/again/"

    answers = [manager.post(again, follow=True).text for _time in range(4)]

    said = ["several invitations within the hour" in answer for answer in answers]
    assert said == [False, False, False, True]
    assert OutboundEmail.objects.filter(template="staff/invitation").count() == 4


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
