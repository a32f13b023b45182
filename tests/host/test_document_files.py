"""A document is served by its own service's host; a private one, to its staff."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from cms.roles import Role
from tests.factories import make_staff, make_user
from tests.host.files import collection_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def make_document(collection):
    return get_document_model().objects.create(
        title="Minutes", file=ContentFile(b"paper", "paper.pdf"), collection=collection
    )


def test_a_document_is_served_on_its_own_host_alone(two_authorities, client_at):
    gwynedd, devon = two_authorities
    url = make_document(collection_of(gwynedd)).url
    nobody = Client(SERVER_NAME="nobody.localhost")

    answer = client_at(gwynedd).get(url)

    assert b"".join(answer.streaming_content) == b"paper"
    assert client_at(devon).get(url).status_code == 404
    assert nobody.get(url).status_code == 404


def test_a_folder_within_a_services_own_is_its_own(two_authorities, client_at):
    within = collection_of(two_authorities[0]).add_child(name="Forms")
    url = make_document(within).url

    answers = [client_at(site).get(url).status_code for site in two_authorities]

    assert answers == [200, 404]


def test_a_document_in_nobodys_collection_is_served_nowhere(two_authorities, client_at):
    url = make_document(Collection.get_first_root_node()).url

    answers = [client_at(site).get(url).status_code for site in two_authorities]

    assert answers == [404, 404]


def test_a_private_document_is_for_the_staff_of_its_service(two_authorities, client_at):
    gwynedd, devon = two_authorities
    url = make_document(collection_of(gwynedd)).url
    CollectionViewRestriction.objects.create(
        collection=collection_of(gwynedd), restriction_type="login"
    )
    ours, theirs = (make_staff(site, Role.COORDINATOR) for site in two_authorities)
    admin = make_user(is_superuser=True)

    answers = [
        client_at(gwynedd, person).get(url).status_code
        for person in (ours, theirs, admin, None)
    ]

    assert answers == [200, 404, 200, 302]
    assert client_at(devon, theirs).get(url).status_code == 404
