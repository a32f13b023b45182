"""Find the page of a journey where no request says which: for jobs and for letters."""

from typing import Any

from wagtail.models import Site

from cms.mail import site_url
from cms.visibility import visible_pages
from forms.journeys.doors import form_of, page_types
from forms.journeys.pages import JourneyPage


def page_of(
    site: Site, kind: str, language: str, *, door: str = ""
) -> JourneyPage | None:
    """The form of plugin `kind` at `site` in `language`, else in the other one.

    `door` says which of its forms, where it has several.
    """
    models = [
        model
        for model in page_types()
        if model._meta.app_label == kind and model.declared_journey().door == door
    ]
    for code in (language, "en" if language == "cy" else "cy"):
        pages: Any = visible_pages(site, code)
        page = pages.type(*models).first() if models else None
        if page:
            found: JourneyPage = page.specific
            return found
    return None


def status_url(site: Site, kind: str, language: str) -> str:
    """Where people who have sent this form ask how it stands; empty without a page."""
    page = page_of(site, kind, language, door=form_of(kind).followed_door)
    return site_url(site, page.address(None, "status")) if page else ""
