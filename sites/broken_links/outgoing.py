"""Broken links on a site's pages, as its editors see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from cms.activation import SERVICE_ROOT_PATH
from cms.outside import Failure
from sites.broken_links.models import OutgoingLink


@dataclass(frozen=True)
class Shown:
    """A link, the pages it stands on, and what was seen."""

    row: OutgoingLink
    pages: list[tuple[Page, str]]
    leads_to: str
    said: str

    @property
    def is_outside(self) -> bool:
        """Whether it leads to another website, which can be asked again."""
        return bool(self.row.host)


def broken(site: Site) -> QuerySet[OutgoingLink]:
    """Those of the site's published pages, the longest broken first."""
    rows = OutgoingLink.objects.filter(site=site, state=OutgoingLink.State.BROKEN)
    return rows.order_by("since", "pk")


def shown(site: Site, rows: Iterable[OutgoingLink]) -> list[Shown]:
    """The rows with their pages: one question for all of them."""
    rows = list(rows)
    numbers = {pk for row in rows for pk, _words in row.places}
    numbers |= {int(row.url[5:]) for row in rows if row.url.startswith("page:")}
    root = site.root_page.path[:SERVICE_ROOT_PATH]
    own = Page.objects.filter(path__startswith=root).select_related("locale")
    pages = own.in_bulk(numbers)
    return [
        Shown(row, _places(row, pages), _leads_to(row, pages), words_of(row))
        for row in rows
    ]


def words_of(row: OutgoingLink) -> str:
    """What was seen where the link leads."""
    if row.seen == "page":
        return _("The page is not published, or was deleted.")
    if row.seen == "document":
        return _("The document was deleted.")
    if row.seen in ("404", "410"):
        return str(Failure.GONE.label)
    if row.seen in Failure.values:
        return str(Failure(row.seen).label)
    return _("The website answers with the fault %(number)s.") % {"number": row.seen}


def _places(row: OutgoingLink, pages: dict[int, Page]) -> list[tuple[Page, str]]:
    found: dict[int, tuple[Page, str]] = {}
    for pk, words in row.places:
        if pk in pages:
            found.setdefault(pk, (pages[pk], words))
    return list(found.values())


def _leads_to(row: OutgoingLink, pages: dict[Any, Page]) -> str:
    if row.url.startswith("page:"):
        page = pages.get(int(row.url[5:]))
        return str(page.title) if page else _("A page that was deleted")
    if row.url.startswith("document:"):
        return _("A document that was deleted")
    return row.url
