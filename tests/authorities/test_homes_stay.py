"""A service's homes stay published and in their place."""

import pytest
from django.urls import reverse

from cms.roles import Role
from pages.standard_pages.models import StandardPage
from sites.models import HomePage
from tests.factories import home_of, make_service, make_staff, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(provisioned):
    return make_service()


def live_homes(site):
    root = site.root_page.get_parent()
    return HomePage.objects.child_of(root).filter(live=True).count()


@pytest.mark.parametrize("name", ["delete", "unpublish"])
def test_a_manager_can_take_down_a_page_and_not_a_home(site, client_at, name):
    page = publish(StandardPage(title="Dros dro", slug="dros-dro"), home_of(site, "cy"))
    client = client_at(site, make_staff(site, Role.MANAGER))

    for target in (page, home_of(site, "cy")):
        client.post(reverse(f"wagtailadmin_pages:{name}", args=[target.pk]))

    assert not StandardPage.objects.filter(pk=page.pk, live=True).exists()
    assert live_homes(site) == 2


def test_homes_survive_a_bulk_action(site, client_at):
    client = client_at(site, make_staff(site, Role.MANAGER))
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])

    client.post(f"{url}?id={home_of(site, 'cy').pk}")

    assert live_homes(site) == 2
