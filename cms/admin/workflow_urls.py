"""What is awaited of a page is that page's: an address may not mix two.

Wagtail looks the step up by its number alone: whoever may approve their own page could
approve another's with it.
"""

from typing import Any

from django.http import Http404
from wagtail.models import TaskState


def check_workflow(kwargs: dict[str, Any]) -> None:
    """Raise Http404 where the address names a step, or a task, of another page."""
    if "page_id" not in kwargs:
        return
    states = TaskState.objects.filter(workflow_state__object_id=str(kwargs["page_id"]))
    for name, column in (("task_state_id", "pk"), ("task_id", "task")):
        if name in kwargs and not states.filter(**{column: kwargs[name]}).exists():
            raise Http404
