"""The two pages that are one page in two languages, and what keeps either back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site
from wagtail_localize.models import Translation

from cms.activation import SERVICE_ROOT_PATH
from cms.language.translations.checking import unfinished
from cms.language.translations.keeping import translation_into
from cms.models import PluginPage
from sites.models import HomePage, Service

HOME_DEPTH = 3
Words = str | Promise


def bound_site(page: Page) -> Site | None:
    """The page's site where the standards apply to it; None where they do not.

    Homes are made and published in both languages and stay so: they are never asked.
    """
    if not isinstance(page, PluginPage) or isinstance(page, HomePage):
        return None
    return bound_site_around(page)


def bound_site_around(page: Page) -> Site | None:
    """The site in whose tree `page` stands, where the standards apply to it."""
    root = page.path[:SERVICE_ROOT_PATH]
    if len(root) < SERVICE_ROOT_PATH:
        return None
    service = (
        Service.objects.filter(
            welsh_standards=True, site__root_page__path__startswith=root
        )
        .select_related("site")
        .first()
    )
    return service.site if service else None


def pair_of(page: Page) -> PluginPage | None:
    """The same page in the other language at the same service; None where none."""
    found = (
        Page.objects.filter(
            translation_key=page.translation_key,
            path__startswith=page.path[:SERVICE_ROOT_PATH],
        )
        .exclude(locale=page.locale_id)
        .select_related("ready_language")
        .first()
    )
    return found.specific if found else None


def is_published(page: PluginPage, *, by: Any = None) -> bool:
    """Whether a person has published it as its own language, or does so by then."""
    if page.live and page.language_ready_at is not None:
        return True
    then = by or timezone.now()
    return bool(page.revisions.filter(approved_go_live_at__lte=then).exists())


@dataclass(frozen=True)
class Half:
    """One language of a page, as the screen about both shows it."""

    page: PluginPage
    is_live: bool
    keeps_back: tuple[Words, ...]
    translation: Translation | None = None

    @property
    def is_ready(self) -> bool:
        """Whether it is published, or could be now."""
        return not self.keeps_back

    @property
    def language(self) -> str:
        """ "en" or "cy"."""
        return str(self.page.locale.language_code)


def half(page: PluginPage) -> Half:
    """How one language of a page stands."""
    live, translation = is_published(page), translation_into(page)
    back = () if live else tuple(keeps_back(page, translation))
    return Half(page, live, back, translation)


def keeps_back(page: PluginPage, translation: Translation | None) -> Iterator[Words]:
    """Why its newest draft cannot be published now; nothing where it can."""
    if page.alias_of_id:
        yield _("It repeats the other language word for word.")
    elif translation is not None and unfinished(translation):
        yield _("Its translation is not finished.")
    elif translation is None and page.latest_revision_id is None:
        yield _("It has no draft yet.")
    if page.locked:
        yield _("It is locked.")
    if page.depth > HOME_DEPTH and not page.get_parent().live:
        yield _("The page above it is not published in this language.")
    if not _is_sound(page):
        yield _("Something in it is missing or wrong: open it and publish it there.")


def _is_sound(page: PluginPage) -> bool:
    try:
        page.get_latest_revision_as_object().full_clean()
    except ValidationError:
        return False
    return True
