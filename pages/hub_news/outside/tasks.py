"""What the worker does for a feed, away from whoever waits for a page."""

from django_tasks import task

from pages.hub_news.models import OutsideFeed
from pages.hub_news.outside.visiting import visit


@task()
def visit_feed(pk: int) -> None:
    """Visit one feed, unless it is no longer followed."""
    feed = OutsideFeed.objects.filter(pk=pk, is_active=True)
    if found := feed.select_related("site", "authority").first():
        visit(found)
