"""Many pages published at once: both languages of a page may be among them."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail import hooks
from wagtail.models import Page


@hooks.register("before_bulk_action")
def let_pairs_through(
    request: HttpRequest, action_type: str, objects: Any, action: Any
) -> None:
    """All of them are due before the first is published.

    Wagtail does all of this in one transaction: where one is refused, none is due.
    """
    if action_type != "publish":
        return
    now = timezone.now()
    for page in objects:
        revision = page.get_latest_revision() if isinstance(page, Page) else None
        if revision and not revision.approved_go_live_at:
            revision.approved_go_live_at = now
            revision.save(update_fields=["approved_go_live_at"])
