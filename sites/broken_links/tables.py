"""The same as a table, to be downloaded."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Site

from sites.broken_links.models import MissedPath

Table = tuple[list[str], list[list[Any]]]


def missed_table(site: Site, rows: Iterable[MissedPath]) -> Table:
    """Headings and rows: addresses that were not found."""
    headings = [
        *(_("Address"), _("Times"), _("From your own pages"), _("Last asked for")),
    ]
    return headings, [
        [f"{site.root_url}{row.path}", row.times, row.times_from_here, row.last_on]
        for row in rows
    ]
