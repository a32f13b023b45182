"""Whoever meets the gate is led to a screen with both languages, and told why."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from cms.models import TranslationTask
from cms.roles import Role
from sites.models import ClosedDay
from sites.parity.due import urgently_due
from sites.parity.models import PublishedAlone
from tests.factories import home_of, make_service, make_staff
from tests.parity.drafts import draft, is_live

pytestmark = pytest.mark.django_db


def screen(page):
    return reverse("parity_page", args=[page.pk])


def edited(page, **posted):
    return {"title": page.title, "slug": page.slug, "body-count": "0", **posted}


def test_the_editor_who_publishes_one_language_is_led_to_both(provisioned, client_at):
    gwynedd, devon = make_service("gwynedd"), make_service("devon")
    editor = make_staff(gwynedd, Role.EDITOR)
    translator = make_staff(gwynedd, Role.TRANSLATOR)
    client = client_at(gwynedd, editor)
    page, theirs = draft(gwynedd), draft(devon)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    posted = edited(page, **{"action-publish": "yes", "title": "How visits go"})

    refused = client.post(edit, posted, follow=True)

    assert refused.redirect_chain == [(screen(page), 302)]
    words = refused.content.decode()
    assert "would stand in one language alone" in words
    assert "Not there yet" in words
    assert "Publish both together" not in words
    assert Page.objects.get(pk=page.pk).draft_title == "How visits go"
    pair = draft(gwynedd, "cy", page)
    ready = client.get(screen(page)).content.decode()
    assert "Publish both together" in ready
    # One in the form for both, one in the form for one alone; and the page's own.
    forms = ready.partition('<div class="iv-features">')[2].split("<form")[1:3]
    assert all("csrfmiddlewaretoken" in form for form in forms)
    reading = client_at(gwynedd, translator)
    assert "Publish both together" not in reading.get(screen(page)).content.decode()
    assert reading.post(screen(page), {"both": "yes"}).status_code == 302
    assert is_live(pair) is False
    assert client.post(screen(page), {"both": "yes"}).status_code == 302
    assert is_live(pair)
    assert is_live(page)
    assert client.get(screen(theirs)).status_code == 404
    assert client.get(screen(home_of(gwynedd, "en"))).status_code == 404


def test_one_alone_asks_for_a_reason_and_a_day_and_an_alert_for_neither(
    provisioned, client_at
):
    gwynedd = make_service("gwynedd")
    client = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))
    page, alert = draft(gwynedd), draft(gwynedd, slug="alert")
    today = timezone.localdate()

    empty = client.post(screen(page), {"alone": "yes"}).content.decode()
    past = client.post(
        screen(page), {"reason": "x", "by_when": today - dt.timedelta(days=1)}
    ).content.decode()
    far = client.post(
        screen(page), {"reason": "x", "by_when": today + dt.timedelta(days=91)}
    ).content.decode()
    assert "Say why." in empty
    assert "Say by what day." in empty
    assert "That day has passed." in past
    assert "more than 90 days away" in far
    assert is_live(page) is False
    client.post(screen(page), {"reason": "Ill", "by_when": today})
    client.post(screen(alert), {"is_urgent": "on"})

    assert is_live(page)
    assert is_live(alert)
    promise = PublishedAlone.objects.get(is_urgent=True)
    assert promise.due_at == urgently_due(gwynedd)
    task = TranslationTask.objects.get(page=alert)
    assert task.due_on == timezone.localdate(promise.due_at - dt.timedelta(seconds=1))
    assert "Ill" in client.get(screen(page)).content.decode()


@pytest.mark.parametrize(
    ("published", "due"),
    [
        ("2026-11-27T09:00:00+00:00", "2026-11-28"),
        ("2026-11-27T17:00:00+00:00", "2026-12-01"),
        ("2026-11-28T09:00:00+00:00", "2026-12-01"),
    ],
)
def test_an_alert_is_translated_by_the_end_of_the_working_day(
    provisioned, published, due
):
    gwynedd = make_service("gwynedd")
    midnight = dt.datetime.fromisoformat(f"{due}T00:00:00+00:00")

    assert urgently_due(gwynedd, dt.datetime.fromisoformat(published)) == midnight
    ClosedDay.objects.create(site=gwynedd, day=midnight.date() - dt.timedelta(days=1))
    assert urgently_due(gwynedd, dt.datetime.fromisoformat(published)) > midnight


def test_machines_read_why_as_json(provisioned, client_at):
    gwynedd = make_service("gwynedd")
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    page = draft(gwynedd)

    answer = client.post(f"/admin/api/main/pages/{page.pk}/action/publish/")

    assert answer.status_code == 409
    assert answer.json() == {
        "message": "Publish the other language too, or give a reason and a day."
    }
    assert is_live(page) is False


def test_many_at_once_are_published_in_pairs_or_not(provisioned, client_at):
    gwynedd = make_service("gwynedd")
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    page, lonely = draft(gwynedd), draft(gwynedd, slug="lonely")
    pair = draft(gwynedd, "cy", page)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    refused = client.post(f"{bulk}?id={page.pk}&id={lonely.pk}&id={pair.pk}")
    assert refused.url == screen(lonely)
    assert [is_live(each) for each in (page, pair, lonely)] == [False] * 3
    client.post(f"{bulk}?id={page.pk}&id={pair.pk}")

    assert [is_live(each) for each in (page, pair, lonely)] == [True, True, False]
