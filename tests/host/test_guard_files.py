"""Another authority's pictures and documents are 404 in the admin, not a redirect."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from cms.roles import Role
from tests.factories import make_staff, make_user
from tests.host.files import collection_of

pytestmark = pytest.mark.django_db

# Wagtail's generator of picture addresses is 404 for all: we do not serve those.
IMAGE_URLS = [
    ("wagtailimages:edit", []),
    ("wagtailimages:delete", []),
    ("wagtailimages:image_usage", []),
    ("wagtailimages:preview", ["width-50"]),
    ("wagtailimages:edit_multiple", []),
    ("wagtailimages:delete_multiple", []),
    ("wagtailimages_chooser:chosen", []),
    ("wagtailimages_chooser:select_format", []),
]
DOCUMENT_URLS = [
    "wagtaildocs:edit",
    "wagtaildocs:delete",
    "wagtaildocs:document_usage",
    "wagtaildocs:edit_multiple",
    "wagtaildocs:delete_multiple",
    "wagtaildocs_chooser:chosen",
]


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def pictures(two_authorities):
    return [
        get_image_model().objects.create(
            title="Marker", file=get_test_image_file(), collection=collection_of(site)
        )
        for site in two_authorities
    ]


@pytest.fixture
def documents(two_authorities):
    return [
        get_document_model().objects.create(
            title="Marker",
            file=ContentFile(b"x", "x.pdf"),
            collection=collection_of(site),
        )
        for site in two_authorities
    ]


@pytest.fixture
def editor(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    return client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))


@pytest.mark.parametrize(("name", "more"), IMAGE_URLS)
def test_a_picture_is_reached_by_its_own_authority_alone(editor, pictures, name, more):
    urls = [reverse(name, args=[picture.pk, *more]) for picture in pictures]

    mine, theirs = (editor.get(url).status_code for url in urls)

    assert mine in (200, 302, 405)  # Deleting is not granted; some only take a POST.
    assert theirs == 404


@pytest.mark.parametrize("name", DOCUMENT_URLS)
def test_a_document_is_reached_by_its_own_authority_alone(editor, documents, name):
    urls = [reverse(name, args=[document.pk]) for document in documents]

    mine, theirs = (editor.get(url).status_code for url in urls)

    assert mine in (200, 302, 405)
    assert theirs == 404


def test_a_post_to_anothers_picture_or_document_changes_nothing(
    editor, pictures, documents
):
    for name, thing in (
        ("wagtailimages:edit", pictures[1]),
        ("wagtaildocs:edit", documents[1]),
    ):
        answer = editor.post(reverse(name, args=[thing.pk]), {"title": "Taken"})

        thing.refresh_from_db()
        assert (answer.status_code, thing.title) == (404, "Marker")


@pytest.mark.parametrize("kind", ["wagtailimages", "wagtaildocs"])
def test_choosing_several_names_only_ones_own(editor, pictures, documents, kind):
    mine, theirs = pictures if kind == "wagtailimages" else documents
    url = reverse(f"{kind}_chooser:chosen_multiple")

    answers = [
        editor.get(url, {"id": ids}).status_code
        for ids in ([mine.pk], [theirs.pk], [mine.pk, theirs.pk], ["x"], [mine.pk, ""])
    ]

    assert answers == [200, 404, 404, 404, 404]


def test_whoever_runs_the_installation_reaches_every_picture(
    two_authorities, client_at, pictures
):
    admin = client_at(two_authorities[0], make_user(is_superuser=True))

    answers = [
        admin.get(reverse("wagtailimages:edit", args=[picture.pk])).status_code
        for picture in pictures
    ]

    assert answers == [200, 200]


def test_the_list_of_pictures_names_none_and_shows_only_ones_own(editor, pictures):
    mine, theirs = pictures

    page = editor.get(reverse("wagtailimages:index")).content.decode()

    assert reverse("wagtailimages:edit", args=[mine.pk]) in page
    assert reverse("wagtailimages:edit", args=[theirs.pk]) not in page


def test_a_chooser_is_asked_for_a_number(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))

    answers = {
        client.get(f"/admin/{kind}/chooser/chosen/{named}/").status_code
        for kind in ("images", "documents")
        for named in ("x", "a%00b", "é", "9" * 40)
    }

    assert answers == {404}
