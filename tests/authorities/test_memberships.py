"""Roles are given and taken by sites.memberships and by nothing else."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from cms.models import RoleGroup
from cms.roles import Role
from sites.memberships import grant, revoke
from tests.factories import make_hub, make_service, make_staff, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(provisioned):
    site = make_service()
    return RoleGroup.objects.get(site=site, role=Role.COORDINATOR).group


def test_memberships_give_and_take_a_role(group):
    person = make_user()

    grant(user=person, site=group.role.site, role=Role.COORDINATOR)
    assert list(person.groups.all()) == [group]
    revoke(user=person, site=group.role.site, role=Role.COORDINATOR)
    assert list(person.groups.all()) == []


@pytest.mark.parametrize(
    "write",
    [
        lambda person, group: person.groups.add(group),
        lambda person, group: person.groups.set([group]),
        lambda person, group: group.user_set.add(person),
    ],
)
def test_nothing_else_gives_a_role(group, write):
    person = make_user()

    with pytest.raises(PermissionDenied), transaction.atomic():
        write(person, group)

    assert list(person.groups.all()) == []


def test_nothing_else_takes_a_role(group):
    person = make_staff(group.role.site, Role.COORDINATOR)

    with pytest.raises(PermissionDenied), transaction.atomic():
        person.groups.clear()

    assert list(person.groups.all()) == [group]


def test_the_network_administrator_cannot_make_themselves_a_coordinator(
    group, client_at
):
    hub = make_hub()
    admin = make_staff(hub, Role.NETWORK_ADMIN, is_superuser=True)
    own = admin.groups.get()
    url = reverse("wagtailusers_users:edit", args=[admin.pk])

    client_at(hub, admin).post(
        url,
        {
            "email": admin.email,
            "first_name": "Owen",
            "last_name": "Demo",
            "is_superuser": "on",
            "is_active": "on",
            "groups": [own.pk, group.pk],
        },
    )

    assert list(admin.groups.all()) == [own]


def test_the_group_of_a_role_goes_with_its_service_alone(group):
    person = make_staff(group.role.site, Role.COORDINATOR)
    other = Group.objects.create(name="Nobody’s")

    with pytest.raises(PermissionDenied), transaction.atomic():
        group.delete()
    other.delete()

    assert list(person.groups.all()) == [group]
    RoleGroup.objects.filter(group=group).delete()
    group.delete()
