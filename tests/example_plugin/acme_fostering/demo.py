"""What a demonstration shows: a story, and somebody who asks."""

from pathlib import Path
from typing import Any

from wagtail.models import Site

from acme_fostering.models import Enquiry, FosteringStory
from acme_fostering.services import receive_enquiry
from cms.starter import PageFile, load_pages

FOLDER = Path(__file__).parent / "content" / "demo"


def load(site: Site) -> set[str]:
    """Load both, once; the keys of links that led nowhere."""
    if not Enquiry.objects.filter(site=site).exists():
        receive_enquiry(
            site=site, name="Eleri Wyn", email="eleri@post.example", language="cy"
        )
    return load_pages(site=site, folder=FOLDER, model=FosteringStory, columns=_columns)


def _columns(file: PageFile, texts: dict[str, Any]) -> dict[str, Any]:
    return {"summary": texts["summary"], "text": texts["text"]}
