"""A picture that an editor uploads is seen on the site, and nothing else in storage."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_a_resized_picture_is_served_where_pages_say_it_is(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    picture = get_image_model().objects.create(
        title="Hill", file=get_test_image_file(filename="hill.png")
    )

    answer = client_at(gwynedd).get(picture.get_rendition("width-50").url)

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["Cache-Control"] == "public, max-age=86400"
    assert b"".join(answer.streaming_content).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "path",
    [
        "/media/images/none.png",
        "/media/images/%00.png",
        "/media/images/../documents/paper.png",
        "/media/images/..%2fdocuments%2fpaper.png",
        "/media/images/page.html",
        "/media/documents/paper.png",
        "/media/original_images/hill.png",
        "/media/images/",
    ],
)
def test_nothing_else_in_storage_is_served(two_authorities, client_at, path):
    gwynedd, _devon = two_authorities
    for name in ("documents/paper.png", "images/page.html", "original_images/hill.png"):
        default_storage.save(name, ContentFile(b"secret"))

    assert client_at(gwynedd).get(path).status_code == 404
