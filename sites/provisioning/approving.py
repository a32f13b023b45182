"""Who has the last word on a service's pages: its editors too, or its managers alone.

What an editor may do is a permission on the tree, and who approves a group of the
workflow: both are Wagtail's own, so that every way to publish keeps to them.
"""

from django.contrib.auth.models import Permission
from django.db import transaction
from wagtail.models import GroupApprovalTask, GroupPagePermission, Site, TaskState

from cms.models import RoleGroup
from cms.roles import Role
from sites.models import ServiceRoot
from sites.provisioning.groups import PUBLISH
from sites.provisioning.workflow import (
    MANAGERS,
    NAME,
    make_workflow,
    reviewers,
    workflow_of,
)
from sites.reviews import tell_reviewers

WAITS = TaskState.STATUS_IN_PROGRESS


@transaction.atomic
def settle_approval(site: Site, *, manager_approves: bool) -> None:
    """Let editors publish, or take that from them.

    What waits goes on waiting, and whoever has it to decide now hears of it.
    """
    root = ServiceRoot.objects.ancestor_of(site.root_page, inclusive=True).get()
    publish = Permission.objects.get(
        codename=PUBLISH, content_type__app_label="wagtailcore"
    )
    for row in RoleGroup.objects.filter(site=site, role=Role.EDITOR):
        held = {"group_id": row.group_id, "page": root, "permission": publish}
        if manager_approves:
            GroupPagePermission.objects.filter(**held).delete()
        else:
            GroupPagePermission.objects.get_or_create(**held)
    roles = reviewers(manager_approves=manager_approves)
    asked = RoleGroup.objects.filter(site=site, role__in=roles)
    workflow = workflow_of(root) or make_workflow(site, root)
    workflow.name = MANAGERS if manager_approves else NAME
    workflow.save()
    for task in GroupApprovalTask.objects.filter(workflow_tasks__workflow=workflow):
        task.name = workflow.name
        task.save()
        approving = GroupApprovalTask.groups.through.objects
        approving.filter(groupapprovaltask=task).delete()
        for row in asked:
            approving.create(groupapprovaltask=task, group_id=row.group_id)
        if manager_approves:
            for state in TaskState.objects.filter(task=task, status=WAITS):
                tell_reviewers(TaskState, state, user=None)
