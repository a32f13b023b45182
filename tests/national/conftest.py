"""Gwynedd with all its first pages, and the text of its questions."""

from typing import Any

import pytest
from wagtail.models import Page, Site

from cms.models import NationalText
from cms.national import revise
from cms.national.queries import State, texts_at
from cms.publishing import own_words
from pages.standard_pages.models import StandardPage

NEW = {"en": "Questions people ask", "cy": "Cwestiynau y mae pobl yn eu gofyn"}


@pytest.fixture
def gwynedd(started: None) -> Site:
    return Site.objects.get(hostname="gwynedd.localhost")


@pytest.fixture
def faq(gwynedd: Site) -> NationalText:
    return newest("faq")


def newest(key: str, nation: str = "") -> NationalText:
    return NationalText.objects.get(key=key, nation=nation, is_newest=True)


def retitled(text: NationalText, **changes: Any) -> NationalText:
    """A new version with other titles; `changes` go to `revise`."""
    texts = {code: {**text.texts[code], "title": NEW[code]} for code in NEW}
    facts = {"note_en": "Plainer.", "note_cy": "Symlach.", "by": None, **changes}
    return revise(text=text, texts=texts, **facts)


def pages_of(site: Site, key: str = "faq") -> dict[str, StandardPage]:
    """The service's pages of a key, by language, as the database has them."""
    found = StandardPage.objects.filter(
        path__startswith=site.root_page.path[:8], starter__key=key
    ).select_related("locale", "starter__text")
    return {page.locale.language_code: page for page in found}


def with_words(page: Page, intro: str) -> None:
    """Publish the page with words of the service's own, as an editor would."""
    page.intro = intro
    with own_words():
        page.save_revision().publish()


def state_at(site: Site, key: str) -> State:
    return next(own.state for own in texts_at(site) if own.text.key == key)
