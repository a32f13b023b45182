"""Several pages ticked in the list: which role may do what with them at once."""

import pytest
from django.urls import reverse

from cms.roles import Role
from pages.standard_pages.models import StandardPage
from sites.provisioning.approving import settle_approval
from tests.factories import home_of, make_service, make_staff, publish

pytestmark = pytest.mark.usefixtures("provisioned")

OF_EDITORS = {"unpublish", "publish", "move", "delete"}


@pytest.fixture
def devon():
    """In England, where one language may be published alone."""
    return make_service("devon")


def _does(client, devon, action):
    """Whether two ticked pages are changed by the action."""
    home = home_of(devon, "en")
    titles = [f"{action}-{number}" for number in range(2)]
    pages = [publish(StandardPage(title=name, slug=name), home) for name in titles]
    if action == "publish":
        for page in pages:
            page.unpublish()
    parent = publish(StandardPage(title="Elsewhere", slug=f"to-{action}"), home)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    ticked = "&".join(f"id={page.pk}" for page in pages)
    client.post(f"{url}?{ticked}", {"chooser": parent.pk})
    rows = StandardPage.objects.filter(title__in=titles)
    done = {
        "publish": rows.filter(live=True).count() == 2,
        "unpublish": rows.filter(live=False).count() == 2,
        "move": rows.child_of(parent).count() == 2,
        "delete": not rows.exists(),
    }[action]
    home.get_children().filter(title__in=[*titles, "Elsewhere"]).delete()
    return done


@pytest.mark.parametrize(
    ("role", "manager_approves", "may"),
    [
        (Role.MANAGER, True, OF_EDITORS),
        (Role.EDITOR, False, OF_EDITORS),
        (Role.EDITOR, True, set()),
        (Role.TRANSLATOR, False, set()),
        (Role.COORDINATOR, False, set()),
    ],
)
def test_a_role_does_with_many_pages_what_it_may_with_one(
    devon, client_at, role, manager_approves, may
):
    settle_approval(devon, manager_approves=manager_approves)
    client = client_at(devon, make_staff(devon, role))

    assert {one for one in OF_EDITORS if _does(client, devon, one)} == may
