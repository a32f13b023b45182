"""docs/roles.md says what the code does: each thing is done as each role."""

import pytest
from django.db import transaction
from django.urls import reverse

from cms.roles import DUTIES, HUB_ROLES, LOCAL_ROLES, Role
from tests.factories import make_staff, make_user
from tests.staff.deeds import DEEDS
from tools.role_tables import PAGE, filled

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.needs_plugin(
        "applications", "news", "hub_news", "referrals", "standard_pages"
    ),
]


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


class _Undone(Exception):
    """Takes back what a deed did."""


def done_by(deed, client, site):
    """Whether the deed is done; what it did is taken back."""
    try:
        with transaction.atomic():
            done = deed(client, site)
            raise _Undone
    except _Undone:
        return done


@pytest.mark.slow
@pytest.mark.parametrize("duty", sorted(DUTIES))
@pytest.mark.parametrize("kind", ["service", "hub"])
def test_each_duty_is_done_by_its_roles_and_refused_to_all_others(
    kind, duty, gwynedd, hub, at
):
    site, roles = (gwynedd, LOCAL_ROLES) if kind == "service" else (hub, HUB_ROLES)
    deed = DEEDS[duty]
    found = {
        role for role in roles if done_by(deed, at(site, make_staff(site, role)), site)
    }

    assert found == DUTIES[duty].roles & set(roles)


@pytest.mark.slow
@pytest.mark.parametrize("duty", sorted(DUTIES))
def test_a_manager_of_another_service_does_none_of_it_here(
    duty, gwynedd, devon, hub, at
):
    boss = make_staff(devon, Role.MANAGER)

    for site in (gwynedd, hub):
        assert not done_by(DEEDS[duty], at(site, boss), site)


def test_every_duty_has_a_deed():
    assert set(DEEDS) == set(DUTIES)


def test_the_page_says_what_the_code_has():
    text = PAGE.read_text("utf-8")

    assert text == filled(text), "Run `python -m tools.role_tables`."


@pytest.mark.parametrize(
    "name", ["wagtailusers_users:index", "wagtailusers_users:add", "wagtailsites:index"]
)
@pytest.mark.parametrize("role", list(Role))
def test_no_role_opens_the_screens_of_users_groups_and_sites(
    name, role, gwynedd, hub, at
):
    site = gwynedd if role in LOCAL_ROLES else hub
    client = at(site, make_staff(site, role))
    operator = at(site, make_user(is_superuser=True))

    assert client.get(reverse(name)).status_code in (302, 403, 404)
    assert operator.get(reverse(name)).status_code == 200
