"""Whatever managers do, one after another: nothing of B changes, somebody stays."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.roles import Role
from sites.staff.models import Invitation
from sites.staff.roles import has_manager
from tests.factories import make_staff
from tests.staff.factories import make_invitation, staff_state

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ROLES = st.lists(
    st.sampled_from(["manager", "coordinator", "editor", "hub_editor"]), max_size=3
)
ACTIONS = st.tuples(
    st.sampled_from(["roles", "remove", "invite", "again", "withdraw"]),
    st.integers(0, 6),  # Who acts, among those who are or were managers of A.
    st.integers(0, 6),  # On whom, or on which invitation, of A or of B.
    ROLES,
)


@pytest.fixture
def world(two_authorities, at):
    here, there = two_authorities
    people = [
        make_staff(here, Role.MANAGER),
        make_staff(here, Role.MANAGER),
        make_staff(here, Role.COORDINATOR),
        make_staff(there, Role.MANAGER),
        make_staff(there, Role.EDITOR),
    ]
    for site in (here, there):
        make_invitation(site)
    clients = [at(here, person) for person in people[:2]]
    return here, there, people, clients


def act(world, action):
    """One action, by the address and form that a browser would send."""
    _here, _there, people, clients = world
    kind, who, whom, roles = action
    client = clients[who % len(clients)]
    invitations = list(Invitation.objects.order_by("pk"))
    person = people[whom % len(people)]
    invitation = invitations[whom % len(invitations)]
    form = {"roles": roles}
    if kind == "invite":
        form |= {"first_name": "X", "language": "cy", "email": f"x{whom}@x.example"}
        return client.post(reverse("staff_invite"), form)
    if kind in ("again", "withdraw"):
        return client.post(reverse(f"staff_{kind}", args=[invitation.pk]))
    name = "staff_person" if kind == "roles" else "staff_remove"
    return client.post(reverse(name, args=[person.pk]), form)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(actions=st.lists(ACTIONS, min_size=3, max_size=10))
def test_no_sequence_touches_b_or_leaves_a_without_a_manager(world, actions):
    here, there, _people, _clients = world
    before = staff_state(there)

    for action in actions:
        assert act(world, action).status_code in (200, 302, 403, 404)
        assert has_manager(here)

    assert staff_state(there) == before
