"""The same as a table, to be downloaded."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Site

from sites.broken_links.models import MissedPath, OutgoingLink
from sites.broken_links.outgoing import shown
from sites.broken_links.together import Together

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


def links_table(site: Site, rows: Iterable[OutgoingLink]) -> Table:
    """Headings and rows: one for each page on which a broken link stands."""
    headings = [
        *(_("Page"), _("Language"), _("Words of the link"), _("Leads to")),
        *(_("What we saw"), _("Since"), _("Address")),
    ]
    return headings, [
        [
            *(page.title, page.locale.language_code, words, one.leads_to),
            *(one.said, one.row.since or ""),
            site.root_url + reverse("wagtailadmin_pages:edit", args=[page.pk]),
        ]
        for one in shown(site, rows)
        for page, words in one.pages
    ]


def left_out_table(site: Site, rows: Together) -> Table:
    """Headings and rows: the links that were left out, and below them the addresses."""
    of_links, links = links_table(site, rows.links)
    (_address, *counted), paths = missed_table(site, rows.paths)
    of_paths = [_("Asked for and not found"), *counted]
    return [*of_links, *of_paths], [
        *([*cells, *([""] * len(of_paths))] for cells in links),
        *([*([""] * len(of_links)), *cells] for cells in paths),
    ]
