"""The page a new service starts with, and the demo's applications."""

import pytest
from django.utils import timezone

from cms.roles import Role
from forms.applications import demo, starter
from forms.applications.interviews.models import Interview
from forms.applications.models import Application, ApplicationPage
from forms.casework.models import Case
from sites.closed_days import works_on
from tests.factories import make_service, make_staff

pytestmark = pytest.mark.django_db


def test_the_starter_makes_one_page_in_both_languages_once(provisioned):
    site = make_service("gwynedd")
    starter.pages(site)
    starter.pages(site)

    pages = ApplicationPage.objects.order_by("slug")
    assert [page.slug for page in pages] == ["apply", "gwneud-cais"]
    assert len({page.translation_key for page in pages}) == 1
    assert all(page.live and page.language_ready_at for page in pages)


def test_the_demos_applications_arrive_as_real_ones_do(gwynedd):
    make_staff(gwynedd, Role.COORDINATOR, first_name="Gethin")
    demo.load(gwynedd)
    sent = Case.objects.count()

    demo.load(gwynedd)

    glyndwr = Application.objects.get(campaign="demo-glyndwr").case
    assert Case.objects.count() == sent == Application.objects.count()
    assert glyndwr.display_name == "Glyndŵr Parry"
    assert glyndwr.received_at < timezone.now()
    assert {case.step.key for case in Case.objects.all()} == {
        "new",
        "talking",
        "checks",
        "ready",
        "closed",
    }
    [interview] = Interview.objects.all()
    assert interview.case.stage == "interview_booked"
    assert interview.begins_at > timezone.now()
    assert works_on(gwynedd, timezone.localdate(interview.begins_at))
    assert any(case.is_overdue for case in Case.objects.all())
    assert any(case.is_flagged for case in Case.objects.all())


def test_the_demo_of_one_site_does_not_reach_another(devon):
    demo.load(devon)

    assert {case.site_id for case in Case.objects.all()} == {devon.pk}
