"""Staff meet what a missing plugin has left: told in words, never an error.

The package is not gone here; a content type whose model nobody installed is enough.
tests/retirement has the real thing, in processes without the package.
"""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError
from django.test import RequestFactory
from django.urls import reverse
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, ReferenceIndex

from cms.admin.missing import answer_for_refused_delete
from cms.roles import Role
from tests.factories import home_of, make_staff, make_user

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:A specific version of the following object"),
]


@pytest.fixture
def kind(db):
    made = ContentType.objects.create(app_label="gone", model="story")
    # One that an earlier test made and took back may have had the same number.
    ContentType.objects.clear_cache()
    return made


@pytest.fixture
def page(two_authorities, kind):
    """A page of Gwynedd whose type nobody knows."""
    home = home_of(two_authorities[0], "en")
    made = home.add_child(instance=Page(title="Three years", slug="three-years"))
    Page.objects.filter(pk=made.pk).update(content_type=kind)
    return Page.objects.get(pk=made.pk)


@pytest.fixture
def boss(two_authorities, client_at):
    return client_at(two_authorities[0], make_user(is_superuser=True, is_staff=True))


def test_an_action_by_the_api_is_refused_in_words(page, boss):
    args = [page.pk, "delete"]

    answer = boss.post(reverse("wagtailadmin_api:pages:action", args=args))

    assert answer.status_code == 409
    assert "“gone”, whose package is no longer" in answer.json()["message"]
    assert Page.objects.filter(pk=page.pk).exists()


def test_a_row_that_may_be_referred_to_is_kept_and_the_reason_told(page, rf_of_boss):
    refused = answer_for_refused_delete(rf_of_boss, IntegrityError())

    assert refused.status_code == 409
    assert "no longer installed (gone) may refer to it" in refused.content.decode()


def test_any_other_error_stays_what_it_is(two_authorities, rf_of_boss):
    assert answer_for_refused_delete(rf_of_boss, IntegrityError()) is None
    assert answer_for_refused_delete(rf_of_boss, ValueError()) is None


@pytest.fixture
def rf_of_boss(boss, two_authorities):
    request = RequestFactory(SERVER_NAME=two_authorities[0].hostname).post("/admin/")
    request.user = make_user(is_superuser=True, is_staff=True)
    return request


@pytest.mark.parametrize(("role", "told"), [(Role.MANAGER, True), (Role.EDITOR, False)])
def test_the_dashboard_tells_those_who_can_act(
    two_authorities, client_at, page, role, told
):
    gwynedd, _devon = two_authorities

    answer = client_at(gwynedd, make_staff(gwynedd, role)).get("/admin/")

    assert ("The package of the plugin “gone”" in answer.content.decode()) is told


def test_the_dashboard_of_another_service_tells_nothing_of_it(
    two_authorities, client_at, page, boss
):
    _gwynedd, devon = two_authorities

    theirs = client_at(devon, make_staff(devon, Role.MANAGER)).get("/admin/")

    assert "“gone”" not in theirs.content.decode()
    assert "“gone”" in boss.get("/admin/").content.decode()


def test_its_history_tells_of_comments_without_their_fields(page, boss):
    entry = log(page, "wagtail.comments.create", data={"comment": {"id": 1}})
    other = PageLogEntry.objects.get(pk=entry.pk)
    PageLogEntry.objects.filter(pk=entry.pk).update(content_type=page.content_type)
    nameless = PageLogEntry.objects.get(pk=entry.pk)
    nameless.content_type_id = None

    kept = PageLogEntry.objects.get(pk=entry.pk).formatter
    assert str(kept.format_message(entry)) == str(kept.label)
    assert type(nameless.formatter) is type(kept)
    assert other.formatter is not None
    history = boss.get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    assert history.status_code == 200


def test_what_refers_to_a_picture_is_described_as_missing(page, kind, two_authorities):
    home = home_of(two_authorities[0], "en")
    facts = {
        "to_content_type": ContentType.objects.get_for_model(Page),
        "to_object_id": str(home.pk),
        "base_content_type": kind,
        "object_id": "1",
        "model_path": "image",
        "content_path": "image",
        "content_path_hash": "00000000-0000-0000-0000-000000000000",
    }
    gone = ReferenceIndex(content_type=kind, **facts)
    known = ReferenceIndex(
        content_type=ContentType.objects.get_for_model(type(home)),
        **{**facts, "model_path": "title"},
    )

    assert gone.describe_source_field() == "from a missing plugin: gone"
    assert gone.describe_on_delete() == "from a missing plugin: gone"
    assert known.describe_source_field() == "Title"
