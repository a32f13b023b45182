"""Tags are completed from one's own pictures and documents alone."""

import pytest
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from cms.roles import Role
from tests.factories import make_staff
from tests.host.files import collection_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def tagged(two_authorities):
    for site in two_authorities:
        image = get_image_model().objects.create(
            title="T", file=get_test_image_file(), collection=collection_of(site)
        )
        image.tags.add(f"walk {site.hostname}")


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("wagtailadmin_tag_autocomplete", []),
        ("wagtailadmin_tag_model_autocomplete", ["taggit", "tag"]),
    ],
)
def test_a_word_is_completed_from_ones_own_tags(
    two_authorities, client_at, tagged, name, args
):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))

    found = client.get(reverse(name, args=args), {"term": "wal"}).json()

    assert found == ["walk gwynedd.localhost"]


def test_only_tags_are_completed(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    url = reverse("wagtailadmin_tag_model_autocomplete", args=["people", "user"])

    assert client.get(url, {"term": "m"}).status_code == 404


@pytest.mark.parametrize(
    "name", ["wagtailimages:index", "wagtailimages_chooser:choose"]
)
def test_the_most_used_tags_of_everybody_are_listed_nowhere(
    two_authorities, client_at, tagged, name
):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))

    assert "walk devon" not in client.get(reverse(name)).text
