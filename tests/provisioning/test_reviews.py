"""Whoever may not publish asks, and only the people of that service hear of it."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.admin import signal_handlers
from wagtail.models import AbstractGroupApprovalTask, Site
from wagtail.users.models import UserProfile

from cms.models import OutboundEmail
from cms.publishing import own_words
from cms.roles import Role
from sites import reviews
from tests.factories import home_of, make_staff, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(two_authorities):
    gwynedd, devon = two_authorities
    make_user(is_superuser=True, email="root@hub.example")
    for role in Role.EDITOR, Role.MANAGER:
        make_staff(devon, role, email=f"{role}@devon.example")
    make_staff(gwynedd, Role.COORDINATOR, email="coordinator@gwynedd.example")
    return {
        role: make_staff(
            gwynedd, role, email=f"{role}@gwynedd.example", preferred_language="cy"
        )
        for role in (Role.TRANSLATOR, Role.EDITOR, Role.MANAGER)
    }


@pytest.fixture
def page(two_authorities):
    return home_of(two_authorities[0], "cy")


def submitted(page, by):
    page.save_revision(user=by)
    return page.get_workflow().start(page, by)


def mails():
    rows = OutboundEmail.objects.filter(template__startswith="authorities/page_")
    return {(row.template, row.to, row.language) for row in rows}


def test_a_translator_s_submission_reaches_the_editors_of_the_service(people, page):
    submitted(page, people[Role.TRANSLATOR])

    assert mails() == {
        ("authorities/page_waiting", "editor@gwynedd.example", "cy"),
        ("authorities/page_waiting", "manager@gwynedd.example", "cy"),
    }
    assert mail.outbox == []


def test_the_editor_offers_to_submit_to_whoever_may_not_publish(
    people, page, client_at, two_authorities
):
    client = client_at(two_authorities[0], people[Role.TRANSLATOR])

    answer = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert "action-submit" in answer.content.decode()
    assert "action-publish" not in answer.content.decode()


@pytest.mark.parametrize(
    ("decide", "template"),
    [("approve", "authorities/page_approved"), ("reject", "authorities/page_returned")],
)
def test_whoever_asked_hears_what_came_of_it(people, page, decide, template):
    state = submitted(page, people[Role.TRANSLATOR])
    OutboundEmail.objects.all().delete()

    task = state.current_task_state
    with own_words():
        getattr(task, decide)(user=people[Role.EDITOR])

    assert mails() == {(template, "translator@gwynedd.example", "cy")}


def test_whoever_has_left_or_wants_no_such_mail_gets_none(people, page):
    manager, editor = people[Role.MANAGER], people[Role.EDITOR]
    manager.is_active = False
    manager.save()
    profile = UserProfile.get_for_user(editor)
    profile.submitted_notifications = False
    profile.save()

    submitted(page, people[Role.TRANSLATOR])

    assert mails() == set()


def test_an_editor_of_another_service_can_approve_nothing_here(people, page, staff):
    devon = Site.objects.get(hostname="devon.localhost")
    state = submitted(page, people[Role.TRANSLATOR])
    task = state.current_task_state.task.specific

    assert task.get_actions(page, people[Role.EDITOR])
    assert task.get_actions(page, staff(devon, Role.EDITOR)) == []


def test_ours_are_connected_in_the_place_of_wagtail_s_own():
    assert signal_handlers.register_signal_handlers is reviews.connect
    assert AbstractGroupApprovalTask._user_in_groups is reviews.may_approve
