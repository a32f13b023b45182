"""Each test finds its scene as it was set, whatever the tests before it did."""

import pytest
from wagtail.models import Site

from cms.models import SiteProfile
from sites.models import Service
from tests.factories import make_hub, make_service
from tests.scenes import EMPTY, scene_of


def service_hosts() -> list[str]:
    profiles = SiteProfile.objects.order_by("site_id")
    return list(profiles.values_list("site__hostname", flat=True))


def test_a_test_that_asks_for_nothing_finds_nobody(db: None) -> None:
    assert service_hosts() == []


def test_the_factories_give_the_services_that_stand(provisioned: None) -> None:
    given = [make_service("gwynedd"), make_service("devon"), make_hub()]

    assert service_hosts() == [site.hostname for site in given]
    assert Site.objects.get(hostname="hub.localhost") == make_hub()


def test_a_service_with_other_facts_is_made(provisioned: None) -> None:
    made = make_service("gwynedd", hostname="arall.localhost", reference_prefix="ARA")

    assert (made.hostname, len(service_hosts())) == ("arall.localhost", 4)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", [1, 2])
def test_what_a_test_commits_is_gone_for_the_next(provisioned: None, time: int) -> None:
    assert Service.objects.filter(welsh_standards=True).count() == 1
    Service.objects.update(welsh_standards=True)


def test_the_scene_that_builds_upon_the_others_is_chosen() -> None:
    assert scene_of(["db"]) == EMPTY
    assert scene_of(["client", "provisioned"]) == "provisioned"
    assert scene_of(["started", "provisioned"]) == "started"
