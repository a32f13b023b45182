"""The pages a new service starts with, and its first home page."""

from pathlib import Path

from wagtail.models import Site

from pages.standard_pages.files import load_folder

FOLDER = Path(__file__).parent / "starter"


def pages(site: Site) -> set[str]:
    """Load them; the hub writes its own."""
    return load_folder(site, FOLDER) if site.profile.kind == "local" else set()
