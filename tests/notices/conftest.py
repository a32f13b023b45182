"""Gwynedd, where one may apply and ask, and all that it may ask is asked."""

import pytest

from sites.models import Authority, Service
from tests.factories import make_service, make_staff


@pytest.fixture
def gwynedd(with_forms):
    site = make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))
    Service.objects.filter(site=site).update(third_referee=True)
    return site


@pytest.fixture
def devon(with_forms):
    return make_service("devon", authority=Authority.objects.get(slug="devon"))


@pytest.fixture
def service(gwynedd):
    return Service.objects.get(site=gwynedd)


@pytest.fixture
def manager(gwynedd):
    return make_staff(gwynedd, "manager", first_name="Mair")


@pytest.fixture
def coordinator(gwynedd):
    return make_staff(gwynedd, "coordinator", first_name="Gethin")
