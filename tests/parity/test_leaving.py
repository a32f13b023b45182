"""Where the standards apply, no language of a page is taken down alone."""

import datetime as dt

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from cms.models import TranslationTask
from cms.publishing import own_words
from cms.roles import Role
from cms.schedule.publishing import publish_and_expire
from sites.models import Service
from sites.parity.leaving import NotThere, OneLanguageLeft
from sites.parity.models import PublishedAlone
from sites.parity.withdrawal import take_down_alone, take_down_both
from tests.factories import home_of, make_service, make_staff
from tests.parity.drafts import draft, is_live, publish

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


def pair_at(site, slug="visits", under=None):
    """A page that is published in both languages."""
    page = draft(site, slug=slug)
    pair = draft(site, "cy", page, slug=slug)
    for each, parent in zip((page, pair), under or (), strict=False):
        each.move(parent, pos="last-child")
        each.refresh_from_db()
    with own_words():
        return publish(page), publish(pair)


def standing(*pages):
    return [is_live(page) for page in pages if Page.objects.filter(pk=page.pk).exists()]


def down(page, ask=""):
    return reverse("parity_down", args=[page.pk]) + ask


def take_down(page):
    page.unpublish()


def delete(page):
    page.delete()


def delete_rows(page):
    Page.objects.filter(pk=page.pk).delete()


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("go", [take_down, delete, delete_rows])
def test_one_language_does_not_go_alone_where_the_standards_apply(
    provisioned, first, go
):
    gwynedd, devon = make_service("gwynedd"), make_service("devon")
    bound, free = pair_at(gwynedd), pair_at(devon)

    with pytest.raises(OneLanguageLeft), transaction.atomic():
        go(bound[first])
    go(free[first])

    assert standing(*bound) == [True, True]
    assert standing(*free).count(True) == 1


def test_what_stands_alone_anyhow_goes_freely(provisioned):
    gwynedd = make_service("gwynedd")
    with own_words():
        alone = publish(draft(gwynedd))
    draft(gwynedd, "cy", alone)

    take_down(alone)

    assert standing(alone) == [False]


def test_both_go_together_with_the_pages_below(provisioned):
    gwynedd = make_service("gwynedd")
    above = pair_at(gwynedd)
    below = pair_at(gwynedd, "below", under=above)

    with pytest.raises(OneLanguageLeft):
        above[0].unpublish()
    gone = take_down_both(page=above[0], by=None, below=True)

    assert {page.pk for page in gone} == {page.pk for page in (*above, *below)}
    assert standing(*above, *below) == [False] * 4


def test_a_reason_and_a_day_let_one_go_and_the_translators_hear_of_it(provisioned):
    gwynedd = make_service("gwynedd")
    mari = make_staff(gwynedd, Role.EDITOR)
    english, welsh = pair_at(gwynedd)
    due = timezone.now() + HOUR
    told = {"page": english, "by": mari, "due_at": due}

    for wrong in ({"reason": ""}, {"reason": "x", "due_at": timezone.now() - HOUR}):
        with pytest.raises(ValueError, match="a reason and a time"):
            take_down_alone(**{**told, **wrong})
    [promise] = take_down_alone(**told, reason="A mistake in the English.")

    assert standing(english, welsh) == [False, True]
    assert (promise.page_id, promise.language, promise.awaited) == (
        welsh.pk,
        "cy",
        "en",
    )
    assert (promise.reason, promise.given_by) == ("A mistake in the English.", mari)
    task = TranslationTask.objects.get()
    assert (task.language, task.due_on) == ("en", timezone.localdate(due))
    assert publish(welsh).live
    english.refresh_from_db()
    assert publish(english).live
    promise.refresh_from_db()
    assert promise.outcome == "met"
    with pytest.raises(OneLanguageLeft):
        take_down(english)


def test_what_ends_by_the_clock_takes_its_other_language_along(provisioned):
    gwynedd, devon = make_service("gwynedd"), make_service("devon")
    bound, free, kept = pair_at(gwynedd), pair_at(devon), pair_at(gwynedd, "kept")
    past = timezone.now() - HOUR
    PublishedAlone.objects.create(
        site=gwynedd,
        translation_key=kept[1].translation_key,
        language="cy",
        reason="Only the English date is over.",
        due_at=timezone.now() + HOUR,
    )
    ending = [pair[0].pk for pair in (bound, free, kept)]
    Page.objects.filter(pk__in=ending).update(expire_at=past)

    publish_and_expire()

    assert standing(*bound) == [False, False]
    assert standing(*free) == [False, True]
    assert standing(*kept) == [False, True]
    assert Page.objects.get(pk=bound[1].pk).expired


def test_a_page_moves_within_its_service_and_not_alone_to_another(provisioned):
    gwynedd, devon = make_service("gwynedd"), make_service("devon")
    (english, _welsh), (theirs, _) = pair_at(gwynedd), pair_at(devon, "theirs")
    other, _ = pair_at(gwynedd, "other")

    with pytest.raises(OneLanguageLeft):
        english.move(home_of(devon, "en"), pos="last-child")
    with pytest.raises(NotThere):
        theirs.move(home_of(gwynedd, "en"), pos="last-child")
    english.move(other, pos="last-child")

    assert Page.objects.get(pk=english.pk).get_parent().pk == other.pk


def test_the_editor_is_asked_about_both_before_anything_goes(provisioned, client_at):
    gwynedd, devon = make_service("gwynedd"), make_service("devon")
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    theirs = client_at(devon, make_staff(devon, Role.EDITOR))
    (page, pair), (free, _) = pair_at(gwynedd), pair_at(devon)
    unpublish = reverse("wagtailadmin_pages:unpublish", args=[page.pk])

    asked = client.get(unpublish)
    refused = client.post(unpublish, {"include_descendants": "on"})
    screen = client.get(asked.url).content.decode()

    assert (asked.url, refused.url) == (down(page), down(page, "?below"))
    assert "Unpublish both languages" in screen
    assert "visits cy" in screen
    assert standing(page, pair) == [True, True]
    stock = reverse("wagtailadmin_pages:unpublish", args=[free.pk])
    assert theirs.get(stock).status_code == 200
    assert theirs.get(down(page)).status_code == 404
    client.post(down(page), {"both": "yes"})
    assert standing(page, pair) == [False, False]
    assert client.get(unpublish).status_code == 302  # It is a draft already.
    assert "Nothing would stand" in client.get(down(page)).content.decode()


def test_one_alone_asks_for_a_reason_and_translators_only_read(provisioned, client_at):
    gwynedd = make_service("gwynedd")
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    translator = client_at(gwynedd, make_staff(gwynedd, Role.TRANSLATOR))
    page, pair = pair_at(gwynedd)
    below = pair_at(gwynedd, "below", under=(page, pair))
    today = timezone.localdate()

    shown = translator.get(down(page)).content.decode()
    for posted in ({"both": "yes"}, {"delete": "yes"}, {"alone": "yes"}):
        translator.post(down(page), posted)
    empty = client.post(down(page), {"alone": "yes"}).content.decode()

    assert "Somebody who may publish" in shown
    assert "Say why." in empty
    assert "Say by what day." in empty
    assert standing(page, pair) == [True, True]
    told = {"alone": "yes", "below": "on", "reason": "Wrong", "by_when": today}
    client.post(down(page), told)
    assert standing(page, pair, *below) == [False, True, False, True]
    assert PublishedAlone.objects.filter(reason="Wrong").count() == 2


def test_deleting_asks_about_both_and_deletes_both(provisioned, client_at):
    gwynedd = make_service("gwynedd")
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    page, pair = pair_at(gwynedd)
    remove = reverse("wagtailadmin_pages:delete", args=[page.pk])

    assert client.get(remove).url == down(page, "?delete")
    assert client.post(remove).url == down(page, "?delete")
    shown = client.get(down(page, "?delete")).content.decode()
    assert "Delete both languages" in shown
    assert standing(page, pair) == [True, True]
    client.post(down(page, "?delete"), {"delete": "yes"})

    assert standing(page, pair) == []


def test_many_at_once_go_in_pairs_or_not(provisioned, client_at):
    gwynedd = make_service("gwynedd")
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    (page, pair), (lonely, other) = pair_at(gwynedd), pair_at(gwynedd, "lonely")

    for action in ("unpublish", "delete"):
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        refused = client.post(f"{bulk}?id={page.pk}&id={lonely.pk}&id={pair.pk}")
        assert refused.url.startswith(down(lonely))
        assert standing(page, pair, lonely, other) == [True] * 4
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    client.post(f"{bulk}?id={page.pk}&id={pair.pk}")

    assert standing(page, pair, lonely, other) == [False, False, True, True]
    Service.objects.filter(site=gwynedd).update(welsh_standards=False)
    client.post(f"{bulk}?id={lonely.pk}")
    assert standing(lonely, other) == [False, True]


def test_machines_read_why_nothing_was_taken_down(provisioned, client_at):
    gwynedd = make_service("gwynedd")
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    page, pair = pair_at(gwynedd)

    said = "Unpublish the other language too, or give a reason and a day."
    for action in ("unpublish", "delete"):
        answer = client.post(f"/admin/api/main/pages/{page.pk}/action/{action}/")
        assert (answer.status_code, answer.json()) == (409, {"message": said})
    assert standing(page, pair) == [True, True]
