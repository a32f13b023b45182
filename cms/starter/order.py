"""Put a home's first pages in the order in which a reader needs them.

Plugins make their pages in their own order; a menu lists pages as the tree has them.
"""

from wagtail.models import Page, Site

from cms.models import StarterKey

FIRST = (
    "find-your-service",
    "what-is",
    "become",
    "apply",
    "ask",
    "for-you",
    "stories",
    "news",
)


def put_in_order(site: Site) -> None:
    """Move the pages named in FIRST before their siblings, in each language."""
    for home in site.root_page.get_translations(inclusive=True):
        children = list(home.get_children().specific().order_by("path"))
        keys = _keys(children)
        known = [page for page in children if keys[page.pk] in FIRST]
        wanted = sorted(known, key=lambda page: FIRST.index(keys[page.pk]))
        if children[: len(wanted)] != wanted:
            for page in reversed(wanted):
                Page.objects.get(pk=page.pk).move(home, pos="first-child")


def _keys(pages: list[Page]) -> dict[int, str]:
    rows = StarterKey.objects.filter(page__in=pages)
    stored = dict(rows.values_list("page_id", "key"))
    return {
        page.pk: stored.get(page.pk) or str(getattr(page, "starter_key", ""))
        for page in pages
    }
