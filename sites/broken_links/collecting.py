"""Keep the links of a site in step with its pages; what has left them goes.

Pages are read before anything is locked: that takes long where there are many.
"""

from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from sites.broken_links.models import OutgoingLink
from sites.broken_links.reading import Places, links_of

MOST = 1000
"""So many links to other websites are looked after at a site."""
State = OutgoingLink.State


def collect(site: Site) -> None:
    """Take in what is new, let go what is no longer there."""
    outside, gone = links_of(site)
    wanted = dict(list(outside.items())[:MOST]) | dict(list(gone.items())[:MOST])
    _keep(site, wanted)


def collect_again(row: OutgoingLink) -> None:
    """The same for one link: only the pages are read on which it stood."""
    stood_on = [pk for pk, _words in row.places]
    outside, gone = links_of(row.site, among=stood_on)
    places = (gone if row.url in gone else outside).get(row.url)
    own = OutgoingLink.objects.filter(pk=row.pk)
    if places:
        own.update(places=places)
    else:
        own.delete()


@transaction.atomic
def _keep(site: Site, wanted: dict[str, Places]) -> None:
    rows = {row.url: row for row in OutgoingLink.objects.filter(site=site)}
    left = [row.pk for url, row in rows.items() if url not in wanted]
    OutgoingLink.objects.filter(pk__in=left).delete()
    moved = []
    for url, row in rows.items():
        if url in wanted and row.places != wanted[url]:
            row.places = wanted[url]
            moved.append(row)
    OutgoingLink.objects.bulk_update(moved, ["places"])
    OutgoingLink.objects.bulk_create(
        [_row(site, url, places) for url, places in wanted.items() if url not in rows],
        ignore_conflicts=True,  # Whoever collected meanwhile has found the same.
    )


def _row(site: Site, url: str, places: Places) -> OutgoingLink:
    now = timezone.now()
    row = OutgoingLink(site=site, url=url, places=places, due_at=now)
    if "://" in url:
        row.host = (urlsplit(url).hostname or "")[:255]
    else:
        row.state, row.since = State.BROKEN, timezone.localdate()
        row.seen = url.partition(":")[0]
    return row
