"""Where the standards apply, no page goes live in one language alone without a word."""

import datetime as dt
from pathlib import Path

import pytest
import wagtail
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Locale, Page

from cms.models import TranslationTask
from cms.roles import Role
from cms.schedule.publishing import publish_and_expire
from pages.standard_pages.models import StandardPage
from sites.parity.gate import OneLanguageAlone
from sites.parity.models import PublishedAlone
from sites.parity.pairs import half
from sites.parity.services import NotReady, publish_alone, publish_both
from tests.factories import home_of, make_service, make_staff
from tests.parity.drafts import draft, is_live, publish

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


@pytest.mark.parametrize("first", ["en", "cy"])
def test_whichever_language_comes_first_waits_for_the_other(provisioned, first):
    gwynedd = make_service("gwynedd")
    page = draft(gwynedd, first)
    pair = draft(gwynedd, "en" if first == "cy" else "cy", page)

    with pytest.raises(OneLanguageAlone):
        publish(page)
    both = publish_both(page=page, by=None)

    assert {each.pk for each in both} == {page.pk, pair.pk}
    assert is_live(page)
    assert is_live(pair)
    assert publish(page).live  # From now on each may be published by itself.


def test_an_english_service_has_no_gate_and_homes_are_never_asked(provisioned):
    devon, gwynedd = make_service("devon"), make_service("gwynedd")

    assert publish(draft(devon)).live
    assert publish(home_of(gwynedd, "en")).live


def test_a_pair_that_nobody_translated_does_not_count(provisioned):
    gwynedd = make_service("gwynedd")
    page = draft(gwynedd)
    copied = draft(gwynedd, "cy", page)
    Page.objects.filter(pk=copied.pk).update(live=True, alias_of=page.pk)

    with pytest.raises(OneLanguageAlone):
        publish(page)
    with pytest.raises(NotReady):
        publish_both(page=page, by=None)
    copied.refresh_from_db()
    assert half(copied).is_ready is False
    assert is_live(page) is False


def test_a_reason_and_a_day_let_one_language_stand_alone_until_then(provisioned):
    gwynedd = make_service("gwynedd")
    mari, page = make_staff(gwynedd, Role.EDITOR), draft(gwynedd)
    due = timezone.now() + HOUR

    promise = publish_alone(
        page=page, by=mari, due_at=due, reason="The translator is ill.", is_urgent=False
    )

    page.refresh_from_db()
    assert page.live
    assert (promise.site, promise.page_id, promise.title) == (
        gwynedd,
        page.pk,
        "visits en",
    )
    assert (promise.language, promise.awaited) == ("en", "cy")
    task = TranslationTask.objects.get()
    assert (task.page_id, task.language, task.note) == (
        page.pk,
        "cy",
        "The translator is ill.",
    )
    assert task.due_on == timezone.localdate(due)
    assert (promise.given_by, promise.due_at, promise.outcome) == (mari, due, "")
    publish(page)
    PublishedAlone.objects.update(due_at=timezone.now() - HOUR)
    with pytest.raises(OneLanguageAlone):
        publish(page)


def test_publishing_the_second_half_closes_the_promise(provisioned):
    gwynedd = make_service("gwynedd")
    page = draft(gwynedd, "cy")
    later = {"due_at": timezone.now() + HOUR, "reason": "", "is_urgent": True}
    promise = publish_alone(page=page, by=None, **later)

    longer = publish_alone(page=page, by=None, **later)
    publish(draft(gwynedd, "en", page))

    promise.refresh_from_db()
    longer.refresh_from_db()
    assert (promise.outcome, longer.outcome) == ("longer", "met")
    assert longer.closed_at is not None


def test_a_page_that_is_withdrawn_owes_nothing_more_and_its_row_outlives_it(
    provisioned,
):
    gwynedd = make_service("gwynedd")
    page = draft(gwynedd)
    publish_alone(
        page=page, by=None, due_at=timezone.now() + HOUR, reason="x", is_urgent=False
    )

    page.refresh_from_db()
    page.unpublish()
    page.delete()

    row = PublishedAlone.objects.get()
    assert (row.outcome, row.page_id, row.title) == ("withdrawn", None, "visits en")


def test_no_promise_is_made_without_a_reason_or_for_the_past(provisioned):
    page = draft(make_service("gwynedd"))
    soon, past = timezone.now() + HOUR, timezone.now() - HOUR

    for due, reason in ((soon, ""), (past, "Why not")):
        with pytest.raises(ValueError, match="reason and a time"):
            publish_alone(
                page=page, by=None, due_at=due, reason=reason, is_urgent=False
            )
    with pytest.raises(IntegrityError), transaction.atomic():
        PublishedAlone.objects.create(
            site=make_service("gwynedd"),
            translation_key=page.translation_key,
            due_at=soon,
            language="en",
        )
    assert is_live(page) is False


def test_what_is_scheduled_goes_live_with_its_pair_or_not_at_all(provisioned):
    gwynedd = make_service("gwynedd")
    page = draft(gwynedd)
    pair = draft(gwynedd, "cy", page)
    lonely = draft(gwynedd, slug="lonely")
    page.go_live_at = timezone.now() + HOUR
    page.save_revision()

    with pytest.raises(OneLanguageAlone):
        publish(page)
    publish_both(page=page, by=None)

    for each in (page, pair):
        each.refresh_from_db()
        assert each.get_latest_revision().approved_go_live_at == page.go_live_at
    past = timezone.now() - HOUR
    for each in (lonely, page, pair):
        each.go_live_at = past if each is not lonely else None
        each.save_revision(approved_go_live_at=past)
    publish_and_expire()
    assert (is_live(page), is_live(pair), is_live(lonely)) == (True, True, False)
    assert lonely.get_latest_revision().approved_go_live_at == past  # It still waits.


def test_copies_start_as_drafts_where_nobody_has_written_the_other_language(
    provisioned,
):
    devon, gwynedd = make_service("devon"), make_service("gwynedd")
    page = draft(gwynedd)
    draft(gwynedd, "cy", page)
    publish_both(page=page, by=None)
    english = publish(draft(devon))

    copy = Page.objects.get(pk=page.pk).specific.copy(
        update_attrs={"slug": "again", "title": "Again"}
    )
    theirs = english.copy(update_attrs={"slug": "again", "title": "Again"})

    assert (is_live(copy), is_live(theirs)) == (False, True)


def test_every_way_of_wagtail_s_to_publish_a_page_ends_in_the_gated_action():
    """A new direct writer of `live` in Wagtail would pass the gate by.

    The one in `models/pages.py` writes aliases, which count as no language.
    """
    root = Path(wagtail.__file__).parent
    direct = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if "/tests/" not in str(path) and ".live = True" in path.read_text()
    }

    assert direct == {"actions/publish_revision.py", "models/pages.py"}


def test_what_keeps_a_language_back_is_said(provisioned):
    gwynedd = make_service("gwynedd")
    page = draft(gwynedd)
    welsh = draft(gwynedd, "cy", page)
    below = StandardPage(title="Below", slug="below", live=False)
    below.locale = Locale.objects.get(language_code="cy")
    Page.objects.filter(pk=welsh.pk).update(locked=True)
    Page.objects.get(pk=welsh.pk).add_child(instance=below)

    said = [str(reason) for reason in half(below).keeps_back]
    locked = Page.objects.get(pk=welsh.pk).specific

    assert said == [
        "It has no draft yet.",
        "The page above it is not published in this language.",
    ]
    assert [str(reason) for reason in half(locked).keeps_back] == ["It is locked."]
    page.title = ""
    page.save_revision(clean=False)
    assert [str(reason) for reason in half(page).keeps_back] == [
        "Something in it is missing or wrong: open it and publish it there."
    ]
