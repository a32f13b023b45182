"""manage.py create_hub: the first thing that an operator makes."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from wagtail.models import Page, Site

from cms.models import OutboundEmail, RoleGroup, SiteProfile
from cms.roles import HUB_ROLES, Role
from sites.memberships import grant
from sites.staff.models import Invitation
from tests.factories import make_user

pytestmark = pytest.mark.django_db
HOST, HELEN = "visitors.example.org", "helen@network.example"


def create_hub(host=HOST, administrator=HELEN, **options):
    out = StringIO()
    call_command("create_hub", host, administrator=administrator, stdout=out, **options)
    return out.getvalue()


def test_an_empty_installation_gets_its_hub_and_asks_somebody_to_look_after_it():
    out = create_hub(administrator_name="Helen")

    hub = Site.objects.get()
    invitation = Invitation.objects.get(site=hub)
    roles = set(RoleGroup.objects.filter(site=hub).values_list("role", flat=True))
    assert (hub.hostname, hub.port) == (HOST, 443)
    assert hub.profile.kind == SiteProfile.Kind.HUB
    assert hub.root_page.get_parent().slug == "hub"
    assert roles == {role.value for role in HUB_ROLES}
    assert (invitation.email, invitation.first_name, invitation.roles) == (
        HELEN,
        "Helen",
        [Role.NETWORK_ADMIN],
    )
    assert "The hub is made." in out
    assert f"{HELEN} is invited" in out
    assert "! " not in out


def test_again_makes_nothing_and_sends_the_link_until_somebody_has_accepted():
    create_hub()
    hub, pages = Site.objects.get(), Page.objects.count()

    waiting = create_hub()
    grant(user=make_user(email=HELEN), site=hub, role=Role.NETWORK_ADMIN)
    accepted = create_hub()

    assert "The hub stood already." in waiting
    assert f"{HELEN} is invited" in waiting
    assert "It has an administrator" in accepted
    assert (Site.objects.get(), Page.objects.count()) == (hub, pages)
    assert Invitation.objects.count() == 1
    assert OutboundEmail.objects.filter(template="staff/invitation").count() == 2


def test_there_is_one_hub_and_what_cannot_be_makes_nothing():
    for host, administrator, why in (
        ("https://visitors.example.org", HELEN, "without https://"),
        (HOST, "not an address", "is not an e-mail address"),
    ):
        with pytest.raises(CommandError, match=why):
            create_hub(host, administrator)
    assert not Site.objects.exists()

    create_hub()

    with pytest.raises(CommandError, match=f"stands already, at {HOST}"):
        create_hub("other.example.org")
    assert Site.objects.count() == 1
