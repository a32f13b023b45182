"""Many pages at once: both languages of a page may be among them."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail import hooks
from wagtail.models import Page

from sites.parity.going import also_going
from sites.parity.leaving import with_below


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


@hooks.register("before_bulk_action")
def let_pairs_go(
    request: HttpRequest, action_type: str, objects: Any, action: Any
) -> None:
    """All of them go before the first is taken down or deleted; the same there."""
    if action_type not in ("unpublish", "delete"):
        return
    pages = [page for page in objects if isinstance(page, Page)]
    also_going(page.pk for page in pages)
    if action_type == "delete" or request.POST.get("include_descendants"):
        for page in pages:
            also_going(with_below(page).values_list("pk", flat=True))
