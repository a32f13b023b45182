"""Load the page with which a journey begins on a new service, from a plugin's files."""

from pathlib import Path
from typing import Any

from wagtail.models import Site

from cms.starter import PageFile, load_pages
from forms.journeys.pages import JourneyPage


def load_journey_page(
    *, site: Site, folder: Path, model: type[JourneyPage]
) -> set[str]:
    """Make and publish it in both languages; the keys of links that led nowhere."""
    return load_pages(site=site, folder=folder, model=model, columns=_columns)


def _columns(file: PageFile, texts: dict[str, Any]) -> dict[str, Any]:
    return {
        "intro": texts.get("intro", []),
        "confirmation_text": texts.get("confirmation_text", ""),
    }
