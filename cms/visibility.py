"""Which pages the public may see. Every list of pages starts here."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Length, Substr
from wagtail.models import Page, PageViewRestriction, Site

from cms.activation import SERVICE_ROOT_PATH, active_labels
from cms.addresses import is_suspended
from cms.models import PluginPage


def site_of(page: Page) -> Site | None:
    """The site whose tree holds `page`; None outside every service's tree."""
    root = page.path[:SERVICE_ROOT_PATH]
    if len(root) < SERVICE_ROOT_PATH:
        return None
    return (
        Site.objects.filter(root_page__path__startswith=root)
        .select_related("profile")
        .first()
    )


def visible_pages(site: Site | None, language: str) -> QuerySet[Page]:
    """Pages of `site` published by a person in `language`, their plugins being on."""
    return visible_in_any_language(site).filter(locale__language_code=language)


def visible_in_any_language(site: Site | None) -> QuerySet[Page]:
    """The same in both languages, for links that may lead to either."""
    return published_in_any_language(site).exclude(Exists(restrictions_above()))


def published_in_any_language(site: Site | None) -> QuerySet[Page]:
    """The same with the private ones: for whoever stands at the door of one."""
    if site is None or is_suspended(site):
        return Page.objects.none()
    root = site.root_page.path[:SERVICE_ROOT_PATH]
    shown = {} if _shows_welsh(site) else {"locale__language_code": "en"}
    return (
        Page.objects.live()
        .filter(path__startswith=root, ready_language__isnull=False, **shown)
        .filter(content_type__in=shown_types(site))
    )


def _shows_welsh(site: Site) -> bool:
    profile = getattr(site, "profile", None)
    return profile is None or not profile.hides_welsh


def published_below(page: Page) -> int:
    """How many pages under `page` are published: they are taken down with it."""
    return int(page.get_descendants().live().count())


def restrictions_above() -> QuerySet[PageViewRestriction]:
    """Restrictions on a page of the outer query or on any page above it.

    Wagtail's own `public()` asks for all restrictions first: a query each time.
    """
    above = Substr(OuterRef("path"), 1, Length("page__path"))
    return PageViewRestriction.objects.annotate(above=above).filter(
        page__path=F("above")
    )


def shown_types(site: Site) -> list[ContentType]:
    """The page types of the host and of what is on: a type nobody owns is not shown."""
    on = active_labels(site)
    owners = [(model, model.plugin_label()) for model in _page_models()]
    models = [model for model, label in owners if label is None or label in on]
    return list(ContentType.objects.get_for_models(*models).values())


def door_types(readers: str) -> list[ContentType]:
    """The page types through which these readers take their next step."""
    models = [model for model in _page_models() if model.door_for == readers]
    return list(ContentType.objects.get_for_models(*models).values())


def _page_models() -> list[type[PluginPage]]:
    return [model for model in apps.get_models() if issubclass(model, PluginPage)]
