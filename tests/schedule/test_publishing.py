"""What has come due is published and unpublished, whatever stands in between."""

import datetime as dt

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, Revision

from cms.schedule.publishing import publish_and_expire
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_service, publish

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


def overdue(home, slug, hours):
    """A live page whose time has passed."""
    page = publish(StandardPage(title=slug, slug=slug), home)
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - hours * HOUR)
    return page


def test_a_page_of_a_missing_plugin_holds_no_other_up_and_stays_as_it_is(provisioned):
    home = home_of(make_service("devon"), "en")
    gone, late = overdue(home, "gone", 2), overdue(home, "late", 1)
    soon = publish(StandardPage(title="Soon", slug="soon"), home)
    soon.title = "Now"
    due = soon.save_revision(approved_go_live_at=timezone.now() - HOUR)
    missing = ContentType.objects.create(app_label="gone", model="story")
    ContentType.objects.clear_cache()  # Of an earlier test's, with the same number.
    Page.objects.filter(pk=gone.pk).update(content_type=missing)
    stuck = Revision.objects.filter(pk=gone.latest_revision_id)
    stuck.update(content_type=missing, approved_go_live_at=timezone.now() - 2 * HOUR)

    publish_and_expire()

    for page in (gone, late, soon):
        page.refresh_from_db()
    assert (gone.live, late.live, late.expired) == (True, False, True)
    assert (soon.title, soon.live_revision_id) == ("Now", due.pk)
    assert stuck.get().approved_go_live_at is not None
