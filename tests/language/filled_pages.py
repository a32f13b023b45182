"""Pages in Welsh of the types and blocks with which no new service starts."""

from typing import Any

from wagtail.models import Site

from pages.standard_pages.models import StandardPage
from tests.factories import home_of, publish
from tests.news.factories import make_news

ENGLISH_QUOTATION = "It was fun"
MORE_THAN_A_PAGE_OF_NEWS = 11
_ITEM = {"heading": "Siarad gyda ni", "html": "<p>Rydym yn gwrando.</p>"}


def page_of_every_block(site: Site) -> Any:
    """A standard page on which each block stands once."""
    home = home_of(site, "cy")
    card = {"heading": "Hafan y gwasanaeth", "text": "Dechreuwch yma.", "link": home}
    statistic = {
        "number": "849",
        "label": "o blant mewn gofal",
        "source": "Llywodraeth Cymru",
        "source_url": "https://llyw.example/",
    }
    page = StandardPage(title="Pob math o floc", slug="pob-bloc", intro="Popeth.")
    page.body = [
        ("text", "<p>Testun ar dudalen.</p>"),
        ("quote", {"text": ENGLISH_QUOTATION, "by": "Mari", "language": "en"}),
        ("callout", {"heading": "Da gwybod", "html": "<p>Mae’n rhad.</p>"}),
        ("steps", {"items": [_ITEM]}),
        ("cards", {"items": [card]}),
        ("faq", {"items": [{"question": "Am ba hyd?", "html": "<p>Dwy flynedd.</p>"}]}),
        ("statistic", statistic),
        ("contact", {"html": "<p>Ffoniwch Mari.</p>"}),
        ("warning", {"html": "<p>Nid gyda’r nos.</p>"}),
        ("button", {"text": "Hafan y gwasanaeth", "link": home}),
    ]
    return publish(page, home)


def much_news(site: Site) -> None:
    """More news in Welsh than one page of the list holds, and one item in English."""
    for number in range(MORE_THAN_A_PAGE_OF_NEWS):
        make_news(site, "cy", title=f"Noson {number}", summary="Dewch yn llu.")
    make_news(site, "en", title="An evening", summary="Come along, all of you.")
