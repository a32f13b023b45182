"""Tell a service's people of pages that wait for them, and what became of their own.

Wagtail's own notices would leave by themselves, in the middle of a request, and go to
every superuser too. Ours go through the outbox, to the people of this service alone,
in the language each of them prefers. They name the page and link to it, no more.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.urls import reverse
from wagtail.admin import signal_handlers
from wagtail.models import (
    AbstractGroupApprovalTask,
    GroupApprovalTask,
    Page,
    TaskState,
    WorkflowState,
)
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_cancelled,
    workflow_rejected,
)

from cms.mail import queue_mail, site_url
from cms.models import RoleGroup
from cms.visibility import site_of


def install() -> None:
    """Connect our notices where Wagtail would connect its own."""
    signal_handlers.register_signal_handlers = connect
    AbstractGroupApprovalTask._user_in_groups = may_approve


def connect() -> None:
    """Listen to what happens to pages under review."""
    task_submitted.connect(tell_reviewers, sender=TaskState)
    workflow_approved.connect(tell_of_approval, sender=WorkflowState)
    workflow_cancelled.connect(tell_of_publishing, sender=WorkflowState)
    workflow_rejected.connect(tell_of_return, sender=WorkflowState)


def may_approve(task: AbstractGroupApprovalTask, user: Any) -> bool:
    """Whether the person may approve what waits at this task.

    Wagtail's own asks the database once a task, and the dashboard asks about the tasks
    of every service: here all of a person's are found in one query.
    """
    known: set[int] | None = getattr(user, "_tasks_to_approve", None)
    if known is None:
        approving = GroupApprovalTask.groups.through.objects
        rows = approving.filter(group__user=user)
        known = set(rows.values_list("groupapprovaltask", flat=True))
        user._tasks_to_approve = known
    return task.pk in known


def tell_reviewers(sender: Any, instance: TaskState, user: Any, **kwargs: Any) -> None:
    """A page waits: whoever may approve it hears of it, but not whoever sent it."""
    page = instance.workflow_state.content_object
    groups = RoleGroup.objects.filter(group__groupapprovaltask=instance.task_id)
    _tell("page_waiting", page, _staff(page, groups), by=user, wish="submitted")


def tell_of_approval(
    sender: Any, instance: WorkflowState, user: Any, **kwargs: Any
) -> None:
    """The page is published: whoever asked hears of it."""
    page, asked = instance.content_object, _asked(instance)
    _tell("page_approved", page, asked, by=user, wish="approved")


def tell_of_publishing(
    sender: Any, instance: WorkflowState, user: Any, **kwargs: Any
) -> None:
    """Published by another button, which ends the review: that is an answer too."""
    page = instance.content_object
    if isinstance(page, Page) and page.live and not page.has_unpublished_changes:
        _tell("page_approved", page, _asked(instance), by=user, wish="approved")


def tell_of_return(
    sender: Any, instance: WorkflowState, user: Any, **kwargs: Any
) -> None:
    """Changes are wanted: whoever asked hears of it."""
    page, asked = instance.content_object, _asked(instance)
    _tell("page_returned", page, asked, by=user, wish="rejected")


def _asked(state: WorkflowState) -> QuerySet[Any]:
    everyone = RoleGroup.objects.all()
    return _staff(state.content_object, everyone).filter(pk=state.requested_by_id)


def _staff(page: Any, groups: QuerySet[RoleGroup]) -> QuerySet[Any]:
    """Who works at the page's service in one of `groups`, nobody twice."""
    users = get_user_model().objects.filter(is_active=True)
    at_home = groups.filter(site=site_of(page)) if isinstance(page, Page) else None
    if at_home is None:
        return users.none()
    return users.filter(groups__role__in=at_home).distinct()


def _tell(name: str, page: Any, people: QuerySet[Any], *, by: Any, wish: str) -> None:
    """One mail each, unless they have asked Wagtail for none of this kind."""
    unwilling = {f"wagtail_userprofile__{wish}_notifications": False}
    willing = people.exclude(**unwilling)
    site = site_of(page) if isinstance(page, Page) else None
    if site is None:
        return
    path = reverse("wagtailadmin_pages:edit", args=[page.pk])
    for person in willing.exclude(pk=by.pk if by else None):
        queue_mail(
            site=site,
            to=person.email,
            template=f"authorities/{name}",
            language=person.preferred_language,
            context={
                "title": page.get_admin_display_title(),
                "by": str(by) if by else "",
                "url": site_url(site, path),
            },
        )
