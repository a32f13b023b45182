"""What to read next under an item of the hub: of the same topic first, then by date."""

from wagtail.models import Site

from cms.models import Topic
from pages.hub_news.listing import Item, Row, items_of, ordered
from pages.hub_news.models import HubNewsPage

SHOWN = 3


def more_like(page: HubNewsPage, site: Site) -> list[Item]:
    """Up to three others, whoever wrote them; the newest where none is alike."""
    language = page.locale.language_code
    found: dict[tuple[bool, int], Row] = {}
    for topic in dict.fromkeys([Topic(page.topic) if page.topic else None, None]):
        if len(found) <= SHOWN:
            # One more than is shown: this item itself may be among them.
            for row in ordered(site, language, topic).newest(SHOWN + 1):
                found.setdefault((row.is_page, row.pk), row)
    found.pop((True, page.pk), None)
    return items_of(list(found.values())[:SHOWN], site, language)
