"""A step of another page's workflow cannot be taken by way of one's own page."""

import pytest
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from cms.roles import Role
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_staff, publish

pytestmark = pytest.mark.django_db


def start(site, person):
    """A page that waits for the managers of its service."""
    page = publish(StandardPage(title="T", slug="t"), home_of(site, "en"))
    page.save_revision(user=person)
    workflow = Workflow.objects.create(name=f"Workflow {site.hostname}")
    task = GroupApprovalTask.objects.create(name=f"Task {site.hostname}")
    task.groups.add(site.role_groups.get(role=Role.MANAGER).group)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    return page, workflow.start(page, person).current_task_state


@pytest.fixture
def waiting(two_authorities):
    return [
        (*start(site, make_staff(site, Role.EDITOR)), make_staff(site, Role.MANAGER))
        for site in two_authorities
    ]


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_a_step_is_taken_on_its_own_page_alone(
    two_authorities, client_at, waiting, action
):
    # In Devon: in Gwynedd a page in English alone would not be published.
    (_theirs, their_step, _other), (mine, my_step, manager) = waiting
    client = client_at(two_authorities[1], manager)

    def take(step):
        url = reverse(
            "wagtailadmin_pages:workflow_action", args=[mine.pk, action, step.pk]
        )
        return client.post(url, {"comment": "x"}).status_code

    codes = take(their_step), take(my_step)
    for step in (my_step, their_step):
        step.refresh_from_db()

    assert codes == (404, 302)
    assert (my_step.status, their_step.status) == (
        {"approve": "approved", "reject": "rejected"}[action],
        "in_progress",
    )


def test_a_task_of_another_page_is_not_named(two_authorities, client_at, waiting):
    (mine, my_step, manager), (_theirs, their_step, _other) = waiting
    client = client_at(two_authorities[0], manager)

    codes = [
        client.get(
            reverse("wagtailadmin_pages:workflow_preview", args=[mine.pk, step.task.pk])
        ).status_code
        for step in (my_step, their_step)
    ]

    assert codes == [200, 404]
