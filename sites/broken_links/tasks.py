"""What the worker does for a link, away from whoever waits for a page."""

from django_tasks import task

from sites.broken_links.checking import look, was_looked_at_lately
from sites.broken_links.models import OutgoingLink


@task()
def check_link(pk: int) -> None:
    """Look where one link leads, unless it has left the pages.

    Sent for twice while the worker was behind, it is looked at once.
    """
    found = OutgoingLink.objects.exclude(host="").filter(pk=pk).first()
    if found and not was_looked_at_lately(found):
        look(found)
