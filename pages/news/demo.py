"""The demo's news, and what the hub made of what was offered."""

from pathlib import Path
from typing import Any

from wagtail.models import Site

from cms.models import StarterKey
from cms.offers import Decision, Offer, decide, refresh
from cms.starter import Columns, PageFile, articles_of, load_pages, read_folder
from pages.news.models import NewsPage, NewsSettings

FOLDER = Path(__file__).parent / "demo"
DECISIONS = {
    "accepted": Decision.ACCEPT,
    "featured": Decision.FEATURE,
    "declined": Decision.DECLINE,
}


def load(site: Site) -> set[str]:
    """Load this site's news; the keys of links that led nowhere."""
    folder = FOLDER / site.hostname.partition(".")[0]
    NewsSettings.objects.get_or_create(site=site, defaults={"other_services": True})
    missing = load_pages(
        site=site,
        folder=folder,
        model=NewsPage,
        columns=_news_of(site),
        parent="news",
    )
    _decide(site, folder)
    return missing


def _news_of(site: Site) -> Columns:
    article = articles_of(site)

    def news(file: PageFile, texts: dict[str, Any]) -> dict[str, Any]:
        offered = bool(file.facts.get("offer"))
        named = {"offer_to_hub": offered, "author": texts.get("author", "")}
        return {**article(file, texts), **named}

    return news


def _decide(site: Site, folder: Path) -> None:
    """What the demo's hub decided; an offer that was decided on stays as it is."""
    refresh(site)
    for file in read_folder(folder):
        decision = DECISIONS.get(str(file.facts.get("offer")))
        keys = StarterKey.objects.filter(
            key=file.key, page__path__startswith=site.root_page.path[:8]
        ).values("page__translation_key")
        waiting = Offer.objects.filter(
            site=site, state=Offer.State.OFFERED, translation_key__in=keys
        ).first()
        if decision and waiting:
            reasons = file.facts.get("decline_reason", {})
            decide(
                offer=waiting,
                decision=decision,
                by=None,
                reason_en=reasons.get("en", ""),
                reason_cy=reasons.get("cy", ""),
            )
