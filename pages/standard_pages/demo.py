"""The demo's pages: one folder a site, named like the first part of its host."""

from pathlib import Path

from wagtail.models import Site

from pages.standard_pages.files import load_folder

FOLDER = Path(__file__).parent / "demo"


def load(site: Site) -> set[str]:
    """Load the folder of this site, if there is one."""
    return load_folder(site, FOLDER / site.hostname.partition(".")[0])
