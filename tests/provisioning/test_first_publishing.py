"""A page published in few queries is as if Wagtail had published it; indexed once."""

import json

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django_tasks_db.models import DBTaskResult
from modelsearch import signal_handlers
from wagtail.models import PageLogEntry, ReferenceIndex, Revision

from cms import indexing
from cms.indexing import indexed_at_the_end
from cms.models import PageLanguage
from cms.publishing import own_words
from cms.starter.publishing import publish_first
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_service

pytestmark = pytest.mark.django_db
OF_EACH = {
    *("id", "page_ptr_id", "path", "slug", "url_path", "translation_key"),
    *("latest_revision_id", "live_revision_id"),
    *("latest_revision_created_at", "first_published_at", "last_published_at"),
}


LOGGED = ("action", "label", "content_changed", "content_type", "user", "data")


def make_draft(slug):
    parent = home_of(make_service(), "en")
    page = StandardPage(title="Page", slug=slug, locale=parent.locale, live=False)
    parent.add_child(instance=page)
    return StandardPage.objects.get(pk=page.pk)


def columns(page):
    stored = StandardPage.objects.filter(pk=page.pk).values().get()
    return {name: value for name, value in stored.items() if name not in OF_EACH}


def rows_around(page):
    revision = Revision.objects.get(object_id=str(page.pk))
    content = revision.content
    if isinstance(content, str):
        content = json.loads(content)
    own = {"pk", "path", "slug", "url_path", "translation_key"}
    logged = PageLogEntry.objects.filter(page=page.pk)
    return {
        "content": {key: x for key, x in content.items() if key not in own},
        "name": revision.object_str,
        "types": (revision.content_type_id, revision.base_content_type_id),
        "log": list(logged.values_list(*LOGGED)),
        "ready": PageLanguage.objects.filter(page=page.pk).count(),
    }


def test_it_leaves_behind_what_wagtail_s_own_way_does():
    theirs, ours = make_draft("theirs"), make_draft("ours")

    with own_words():
        theirs.save_revision().publish()
    publish_first(ours)

    assert columns(ours) == columns(theirs)
    assert rows_around(ours) == rows_around(theirs)
    stored = StandardPage.objects.get(pk=ours.pk)
    assert stored.latest_revision_id == stored.live_revision_id
    assert stored.first_published_at == stored.last_published_at
    assert stored.latest_revision_created_at == stored.latest_revision.created_at


def test_a_page_that_is_not_sound_is_refused():
    page = make_draft("unsound")
    page.title = ""

    with pytest.raises(ValidationError, match="title"):
        publish_first(page)

    assert not Revision.objects.filter(object_id=str(page.pk)).exists()


def test_many_saves_put_one_task_into_the_queue(settings):
    page = make_draft("many")
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.TASKS["default"]["QUEUES"] = []

    with indexed_at_the_end():
        page.save()
        page.save()
        home_of(make_service(), "cy").save()

    (queued,) = DBTaskResult.objects.all()
    rows = queued.args_kwargs["kwargs"]["rows"]
    assert ["standard_pages", "standardpage", str(page.pk)] in rows
    assert len(rows) == len({tuple(row) for row in rows})


def test_what_was_put_down_is_found_and_referred_to_afterwards():
    parent = home_of(make_service(), "en")
    with indexed_at_the_end():
        page = make_draft("found")
        page.intro = f'<a linktype="page" id="{parent.pk}">Home</a>'
        page.title = "Llwynog"
        page.save()
        before = [x.pk for x in StandardPage.objects.search("Llwynog")]

    assert before == []
    assert [x.pk for x in StandardPage.objects.search("Llwynog")] == [page.pk]


def test_a_row_that_is_gone_by_then_stops_nobody():
    with indexed_at_the_end():
        page, kept = make_draft("gone"), make_draft("kept")
        kept.title = "Kept"
        kept.save()
        page.delete()

    assert [x.pk for x in StandardPage.objects.search("Kept")] == [kept.pk]


def test_ours_stands_in_the_place_of_modelsearch_s_own():
    assert signal_handlers.post_save_signal_handler is indexing.index_unless_collected
    assert ReferenceIndex in apps.get_models()
