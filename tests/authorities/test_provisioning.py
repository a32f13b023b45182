"""What a new service has from its first second."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Collection, Site

from cms.models import RoleGroup
from cms.roles import LOCAL_ROLES, Role
from sites.memberships import grant, revoke
from sites.models import HomePage, Membership, Service
from tests.factories import make_hub, make_service, make_staff, make_user

pytestmark = pytest.mark.django_db


def test_both_homes_are_published_in_their_own_language_at_their_own_slug():
    site = make_service()

    homes = HomePage.objects.order_by("slug")

    assert [(h.slug, h.locale.language_code, h.live) for h in homes] == [
        ("cy", "cy", True),
        ("en", "en", True),
    ]
    assert len({home.translation_key for home in homes}) == 1
    assert all(home.language_ready_at for home in homes)
    assert site.root_page.specific.slug == "cy"


def test_a_service_has_one_group_for_each_role_and_a_collection_of_its_own():
    site = make_service()

    roles = RoleGroup.objects.filter(site=site).values_list("role", flat=True)

    assert set(roles) == set(LOCAL_ROLES)
    assert Collection.objects.filter(name=Service.for_site(site).name_en).count() == 1


def test_provisioning_twice_on_one_host_leaves_nothing_half_made():
    make_service()
    before = (Site.objects.count(), HomePage.objects.count())

    with pytest.raises(ValidationError), transaction.atomic():
        make_service(reference_prefix="XYZ")

    assert (Site.objects.count(), HomePage.objects.count()) == before


def test_the_hub_has_hub_roles_only():
    hub = make_hub()

    roles = set(RoleGroup.objects.filter(site=hub).values_list("role", flat=True))

    assert roles == {Role.HUB_EDITOR, Role.NETWORK_ADMIN, Role.TRANSLATOR}


def test_granting_a_role_twice_makes_one_membership_in_one_group():
    site, person = make_service(), make_user()

    grant(user=person, site=site, role=Role.EDITOR)
    grant(user=person, site=site, role=Role.EDITOR)

    assert Membership.objects.filter(user=person).count() == 1
    assert [group.role.role for group in person.groups.all()] == [Role.EDITOR]


def test_revoking_one_role_keeps_the_others():
    site = make_service()
    person = make_staff(site, Role.EDITOR)
    grant(user=person, site=site, role=Role.COORDINATOR)

    revoke(user=person, site=site, role=Role.EDITOR)

    assert [group.role.role for group in person.groups.all()] == [Role.COORDINATOR]
    kept = Membership.objects.filter(user=person).values_list("role", flat=True)
    assert list(kept) == [Role.COORDINATOR]
