"""The page with which a new service starts: ask for a visitor, in both languages."""

from pathlib import Path
from typing import Any

from wagtail.models import Site

from cms.starter import PageFile, load_pages
from forms.referrals.models import ReferralPage

FOLDER = Path(__file__).parent


def pages(site: Site) -> set[str]:
    """Make and publish it in both languages; the keys of links that led nowhere."""
    return load_pages(site=site, folder=FOLDER, model=ReferralPage, columns=_columns)


def _columns(file: PageFile, texts: dict[str, Any]) -> dict[str, Any]:
    return {
        "intro": texts.get("intro", []),
        "confirmation_text": texts.get("confirmation_text", ""),
    }
