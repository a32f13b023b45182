"""One workflow a site: whoever may not publish asks the people there who may."""

from wagtail.models import (
    GroupApprovalTask,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from cms.models import RoleGroup
from cms.roles import Role
from sites.models import ServiceRoot

REVIEWERS = frozenset({Role.MANAGER, Role.EDITOR, Role.HUB_EDITOR})
"""Who approves, unless the service has its managers approve alone."""
NAME = "Golygyddion · Editors"
MANAGERS = "Rheolwyr · Managers"
"""Stored, so in both languages: the button says “Submit to” and this name."""


def workflow_of(root: ServiceRoot) -> Workflow | None:
    """The workflow of everything below `root`; None where there is none."""
    rows = WorkflowPage.objects.filter(page=root).select_related("workflow")
    found = rows.first()
    return found.workflow if found else None


def reviewers(*, manager_approves: bool) -> frozenset[Role]:
    """The roles that approve pages."""
    return REVIEWERS - {Role.EDITOR} if manager_approves else REVIEWERS


def make_workflow(site: Site, root: ServiceRoot) -> Workflow:
    """Make the workflow of everything below `root`."""
    workflow: Workflow = Workflow.objects.create(name=NAME)
    task = GroupApprovalTask.objects.create(name=NAME)
    approving = GroupApprovalTask.groups.through
    approving.objects.bulk_create(
        approving(groupapprovaltask=task, group_id=row.group_id)
        for row in RoleGroup.objects.filter(site=site, role__in=REVIEWERS)
    )
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=root)
    return workflow
