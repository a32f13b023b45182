"""What the worker does for a link, away from whoever waits for a page."""

from django_tasks import task

from sites.broken_links.checking import look
from sites.broken_links.models import OutgoingLink


@task()
def check_link(pk: int) -> None:
    """Look where one link leads, unless it has left the pages."""
    if found := OutgoingLink.objects.exclude(host="").filter(pk=pk).first():
        look(found)
