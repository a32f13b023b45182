"""A picture that is damaged is refused in words, whichever way it is uploaded."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from cms.roles import Role
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
WHOLE = get_test_image_file(size=(320, 240)).file.getvalue()
SIGNATURE = WHOLE[:8]


def test_no_picture_at_all_is_asked_for(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))

    answer = client.post(reverse("wagtailimages:add"), {"title": "Llyn"})

    assert answer.context["form"].errors["file"]


@pytest.mark.parametrize(
    ("content", "is_kept"),
    [
        (WHOLE, True),
        (WHOLE[: len(WHOLE) // 2], False),
        (SIGNATURE + bytes(50), False),
        (b"no picture", False),
    ],
    ids=["whole", "half", "signature", "words"],
)
def test_only_a_whole_picture_is_kept(
    two_authorities, client_at, settings, tmp_path, content, is_kept
):
    settings.MEDIA_ROOT = tmp_path
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))

    def file():
        return SimpleUploadedFile("llyn.png", content, "image/png")

    one = client.post(reverse("wagtailimages:add"), {"title": "Llyn", "file": file()})
    several = client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Llyn", "files[]": file()},
        headers={"x-requested-with": "XMLHttpRequest"},
    )

    assert one.status_code == (302 if is_kept else 200)
    assert several.json()["success"] is is_kept
    assert get_image_model().objects.exists() is is_kept
    assert client.get(reverse("wagtailimages:index")).status_code == 200
