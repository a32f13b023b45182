"""Find the page of a journey where no request says which: for jobs and for letters."""

from typing import Any

from django.apps import apps
from wagtail.models import Site

from cms.mail import site_url
from cms.visibility import visible_pages
from forms.journeys.pages import JourneyPage


def page_of(site: Site, kind: str, language: str) -> JourneyPage | None:
    """The form of plugin `kind` at `site` in `language`, else in the other one."""
    models = [
        model
        for model in apps.get_models()
        if issubclass(model, JourneyPage) and model._meta.app_label == kind
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
    page = page_of(site, kind, language)
    return site_url(site, page.address(None, "status")) if page else ""
