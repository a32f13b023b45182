"""What a manager may do for somebody who lost phone, passkeys and codes."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry

from cms.mail.rendering import rendered
from cms.models import OutboundEmail
from cms.roles import Role
from sites.entry.services import forget_factors
from tests.entry.codes import give_app
from tests.factories import make_hub, make_staff, make_user

pytestmark = pytest.mark.django_db


def test_lost_factors_are_forgotten_logged_and_told(
    required,
    inside,
    gwynedd,
    coordinator,
    mailoutbox,
    django_capture_on_commit_callbacks,
):
    manager = make_staff(gwynedd, Role.MANAGER)
    assert inside.get("/admin/").status_code == 200

    with django_capture_on_commit_callbacks(execute=True):
        forget_factors(user=coordinator, by=manager)

    assert not Authenticator.objects.filter(user=coordinator).exists()
    assert inside.get("/admin/").headers["Location"].startswith("/account/login/")
    entry = ModelLogEntry.objects.get(action="entry.factors_forgotten")
    assert (entry.user, entry.object_id) == (manager, str(coordinator.pk))
    assert [mail.to for mail in mailoutbox] == [[coordinator.email]]
    assert "Your second factors were taken away" in mailoutbox[0].body


def test_another_persons_factors_and_sessions_stay(
    inside, gwynedd, coordinator, client_at
):
    other = make_staff(gwynedd, Role.EDITOR)
    their_browser = client_at(gwynedd, other)

    forget_factors(user=other, by=coordinator)

    assert Authenticator.objects.filter(user=coordinator).count() == 2
    assert inside.get("/admin/").status_code == 200
    assert their_browser.get("/admin/").status_code == 302


def test_who_works_nowhere_is_told_in_the_name_of_the_default_site(
    provisioned, mailoutbox, django_capture_on_commit_callbacks
):
    hub = make_hub()
    hub.is_default_site = True
    hub.save()
    person = make_user(is_superuser=True)

    with django_capture_on_commit_callbacks(execute=True):
        forget_factors(user=person, by=None)

    assert [mail.to for mail in mailoutbox] == [[person.email]]


def test_the_old_address_hears_that_somebody_has_changed_it(gwynedd, coordinator):
    coordinator.first_name = "Gethin"
    coordinator.save()
    assert not OutboundEmail.objects.exists()
    before, coordinator.email = coordinator.email, "taken.over@hub.example"

    coordinator.save()

    mail = rendered(OutboundEmail.objects.get())
    assert (mail.to, mail.site) == (before, gwynedd)
    assert "address with which you sign in was changed" in mail.text


def test_whoever_runs_the_installation_gets_theirs_reset_by_command(provisioned):
    person = make_user(is_superuser=True)
    give_app(person)

    call_command("reset_second_factor", person.email.upper())

    assert not Authenticator.objects.filter(user=person).exists()
    assert ModelLogEntry.objects.filter(action="entry.factors_forgotten").count() == 1
    with pytest.raises(CommandError, match="has no second factor"):
        call_command("reset_second_factor", person.email)
    with pytest.raises(CommandError, match="Nobody signs in as"):
        call_command("reset_second_factor", "nobody@post.example")
