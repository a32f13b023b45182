"""Gwynedd, in Wales, and Devon, in England, where matches are on."""

import pytest

from cms.activation import enable
from sites.models import Authority
from tests.factories import make_service, make_staff
from tests.matches.factories import make_match, make_request, make_volunteer


@pytest.fixture
def sites(with_forms):
    """Both, each its own authority's."""
    found = {}
    for name in ("gwynedd", "devon"):
        authority = Authority.objects.get(slug=name)
        found[name] = make_service(name, authority=authority)
        enable(site=found[name], label="matches")
    return found


@pytest.fixture
def gwynedd(sites):
    return sites["gwynedd"]


@pytest.fixture
def devon(sites):
    return sites["devon"]


@pytest.fixture
def volunteer(gwynedd):
    return make_volunteer(gwynedd)


@pytest.fixture
def child(gwynedd):
    return make_request(gwynedd)


@pytest.fixture
def introduced(volunteer, child):
    return make_match(volunteer, child)


@pytest.fixture
def appointed(volunteer, child):
    return make_match(volunteer, child, appointed=True)


@pytest.fixture
def coordinator(gwynedd):
    return make_staff(gwynedd, "coordinator", first_name="Gethin")


@pytest.fixture
def staff(client_at, gwynedd, coordinator):
    client = client_at(gwynedd, coordinator)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client
