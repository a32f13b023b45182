"""What a page file says of a standard page, and of the home page."""

from pathlib import Path
from typing import Any

from wagtail.models import Site

from cms.starter import PageFile, load_pages
from pages.standard_pages.models import StandardPage


def load_folder(site: Site, folder: Path) -> set[str]:
    """Load every file of the folder; the keys of links that led nowhere."""
    return load_pages(site=site, folder=folder, model=StandardPage, columns=_columns)


def _columns(file: PageFile, texts: dict[str, Any]) -> dict[str, Any]:
    if file.key == "home":
        return {
            "tagline": texts.get("tagline", ""),
            "lead": texts.get("lead", ""),
            "sections": texts.get("sections", []),
        }
    return {
        "intro": texts.get("intro", ""),
        "body": texts.get("body", []),
        "audience": file.facts.get("audience", ""),
        "lists_children": file.facts.get("type") == "index",
    }
