"""The page with which a service starts: “start fostering”, in both languages."""

from pathlib import Path
from typing import Any

from wagtail.models import Site

from acme_fostering.models import FosteringPage
from cms.starter import PageFile, load_pages

FOLDER = Path(__file__).parent / "content" / "starter"


def pages(site: Site) -> set[str]:
    """Make and publish it; the keys of links that led nowhere."""
    return load_pages(site=site, folder=FOLDER, model=FosteringPage, columns=_columns)


def _columns(file: PageFile, texts: dict[str, Any]) -> dict[str, Any]:
    return {"intro": texts.get("intro", [])}
