"""Which pages the public may see. Every list of pages starts here."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Length, Substr
from wagtail.models import Page, PageViewRestriction, Site

from cms.activation import active_labels
from cms.plugins import installed_plugins

_SERVICE_ROOT_PATH = 8  # Root and ServiceRoot take four characters of a path each.


def site_of(page: Page) -> Site | None:
    """The site whose tree holds `page`; None outside every service's tree."""
    root = page.path[:_SERVICE_ROOT_PATH]
    if len(root) < _SERVICE_ROOT_PATH:
        return None
    return (
        Site.objects.filter(root_page__path__startswith=root)
        .select_related("profile")
        .first()
    )


def visible_pages(site: Site, language: str) -> QuerySet[Page]:
    """Pages of `site` published by a person in `language`, their plugins being on."""
    return visible_in_any_language(site).filter(locale__language_code=language)


def visible_in_any_language(site: Site) -> QuerySet[Page]:
    """The same in both languages, for links that may lead to either."""
    root = site.root_page.path[:_SERVICE_ROOT_PATH]
    return (
        Page.objects.live()
        .filter(path__startswith=root, ready_language__isnull=False)
        .exclude(content_type__in=_hidden_types(site))
        .exclude(Exists(restrictions_above()))
    )


def restrictions_above() -> QuerySet[PageViewRestriction]:
    """Restrictions on a page of the outer query or on any page above it.

    Wagtail's own `public()` asks for all restrictions first: a query each time.
    """
    above = Substr(OuterRef("path"), 1, Length("page__path"))
    return PageViewRestriction.objects.annotate(above=above).filter(
        page__path=F("above")
    )


def _hidden_types(site: Site) -> list[ContentType]:
    on = active_labels(site)
    models = [
        model
        for label, plugin in installed_plugins().items()
        if label not in on
        for model in plugin.get_models()
        if issubclass(model, Page)
    ]
    return list(ContentType.objects.get_for_models(*models).values())
