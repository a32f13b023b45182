"""The stamps under which pages are kept: one of each site, and one of the network.

A page is found only under the stamps with which it was made. So whoever sets one anew
hides every page made before, in both languages and in every process; and a page that
was being made meanwhile is kept where nobody looks.
"""

from collections.abc import Iterable

from cms.addresses import hub_id
from cms.epochs import current, renew_on_commit

NETWORK = "pages.network"


def stamps_of(site_id: int) -> tuple[str, ...]:
    """What stands behind every page of the site; () where the cache does not answer."""
    names = [_of(site_id), NETWORK]
    found = current(names)
    return tuple(found[name] for name in names) if found else ()


def site_changed(*site_ids: int) -> None:
    """The public sees something else at these sites, and of them at the hub.

    What the hub shows goes to every site: its news, and what it accepted.
    """
    hub = hub_id()
    if hub in site_ids:
        everything_changed()
    else:
        _renew([_of(pk) for pk in (*site_ids, hub)])


def everything_changed() -> None:
    """The public sees something else at every site, or nobody knows where."""
    _renew([NETWORK])


def surrogate_keys(site_id: int) -> str:
    """The names by which a cache in front of us may forget the pages of a site."""
    return f"site-{site_id} network"


def _of(site_id: int) -> str:
    return f"pages.site.{site_id}"


def _renew(names: Iterable[str]) -> None:
    renew_on_commit(names)
