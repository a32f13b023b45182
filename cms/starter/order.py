"""Put a home's first pages in the order that their files ask for.

Plugins make their pages in their own order; a menu lists pages as the tree has them.
The `order` of the files is one scale for all plugins.
"""

from wagtail.models import Page, Site

from cms.models import StarterKey


def put_in_order(site: Site) -> None:
    """Move each home's children to their places; pages of no file stand after them."""
    for home in site.root_page.get_translations(inclusive=True):
        standing = list(home.get_children().order_by("path"))
        rows = StarterKey.objects.filter(page__in=standing)
        asked = rows.values_list("page_id", "place")
        places = {pk: place for pk, place in asked if place is not None}
        last = max(places.values(), default=0) + 1
        wanted = sorted(standing, key=lambda page: places.get(page.pk, last))
        for number, page in enumerate(wanted):
            if standing[number] != page:
                standing.remove(page)
                standing.insert(number, page)
                _move(page, home, after=wanted[number - 1] if number else None)


def _move(page: Page, home: Page, *, after: Page | None) -> None:
    moving = Page.objects.get(pk=page.pk)  # Its path may have changed by now.
    if after is None:
        moving.move(home, pos="first-child")
    else:
        moving.move(Page.objects.get(pk=after.pk), pos="right")
