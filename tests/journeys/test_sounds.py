"""An editor records the screens of a form for children; each service has its own."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents import get_document_model

from cms.roles import Role
from cms.sound_files import LARGEST
from forms.journeys.sounds import SoundBlock, screens_to_hear
from tests.factories import make_service, make_staff
from tests.host.files import collection_of
from tests.journeys.children import Child, with_a_door_for_children

pytestmark = [pytest.mark.django_db, pytest.mark.needs_plugin("fostering")]


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def site(provisioned):
    return with_a_door_for_children()


def recorded(site, name="likes.mp3", content=b"0123456789"):
    return get_document_model().objects.create(
        title="Likes",
        file=ContentFile(content, name),
        file_size=len(content),
        collection=collection_of(site),
    )


def page_of(site):
    from acme_fostering.models import FosteringChildrenPage

    return FosteringChildrenPage.objects.get(slug="i-ti")


def with_sounds(page, *sounds):
    page.sounds = [
        ("sound", {"screen": screen, "recording": document})
        for screen, document in sounds
    ]
    return page


def test_a_screen_plays_its_own_recording_and_no_other_does(site, client_at):
    document = recorded(site)
    with_sounds(page_of(site), ("likes", document)).save_revision().publish()
    child = Child(client_at(site))
    heard, unheard = child.look("likes"), child.look()

    assert f'src="{document.url}"' in heard.content.decode()
    assert "Gwranda ar y dudalen hon" in heard.content.decode()
    assert "<audio" not in unheard.content.decode()
    english = child.look("likes", "en").content.decode()
    assert "<audio" not in english


def test_a_recording_is_served_in_the_pieces_that_players_ask_for(site, client_at):
    url = recorded(site).url
    client = client_at(site)

    def piece(wanted):
        answer = client.get(url, headers={"range": wanted} if wanted else {})
        said = answer.headers.get("Content-Range", "")
        return answer.status_code, answer.content, said

    assert piece("") == (200, b"0123456789", "")
    assert piece("bytes=0-1") == (206, b"01", "bytes 0-1/10")
    assert piece("bytes=7-") == (206, b"789", "bytes 7-9/10")
    assert piece("bytes=-2") == (206, b"89", "bytes 8-9/10")
    assert piece("bytes=8-99") == (206, b"89", "bytes 8-9/10")
    assert piece("bytes=10-") == (416, b"", "bytes */10")
    assert piece("bytes=5-2")[0] == piece("bytes=-")[0] == 416
    assert piece("lines=1-2")[0] == 200
    assert client.get(url).headers["Content-Type"] == "audio/mpeg"


def test_a_recording_is_served_by_its_own_service_alone(site, client_at):
    other = make_service("devon")

    assert client_at(other).get(recorded(site).url).status_code == 404
    assert client_at(site).get(recorded(other).url).status_code == 404


def test_a_paper_is_no_recording_nor_is_a_file_that_is_too_large(site):
    block = SoundBlock()
    large = recorded(site)
    type(large).objects.filter(pk=large.pk).update(file_size=LARGEST + 1)

    for document in (recorded(site, "minutes.pdf"), large):
        value = block.to_python({"screen": "likes", "recording": document.pk})
        with pytest.raises(StructBlockValidationError):
            block.clean(value)
    right = block.to_python({"screen": "likes", "recording": recorded(site).pk})
    assert block.clean(right) == right


def test_a_screen_is_one_of_this_form_and_has_one_recording(site):
    page, document = page_of(site), recorded(site)
    with_sounds(page, ("likes", document), ("start", document)).clean()
    for wrong in (["elsewhere"], ["likes", "likes"]):
        with pytest.raises(ValidationError):
            with_sounds(page, *[(screen, document) for screen in wrong]).clean()


def test_an_editor_chooses_among_the_screens_on_the_pages_own_form(site, client_at):
    editor = make_staff(site, Role.EDITOR)
    edit = reverse("wagtailadmin_pages:edit", args=[page_of(site).pk])
    shown = client_at(site, editor).get(edit).content.decode()

    screens = dict(screens_to_hear())["form for the children of carers"]
    assert [key for key, _name in screens] == [
        "start",
        "likes",
        "call_me",
        "check",
        "sent",
    ]
    assert "What do you like doing?" in shown or "Beth rwyt ti" in shown
    assert "call_me" in shown
