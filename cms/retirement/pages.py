"""A plugin's pages and all that hangs on them by more than a foreign key."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision, Site
from wagtail_localize.models import (
    SegmentOverride,
    String,
    StringSegment,
    StringTranslation,
    TranslatableObject,
    TranslationSource,
)

Rows = QuerySet[Any]


def pages_of(label: str) -> Rows:
    """Every page of the plugin's types, aliases too."""
    pages: Rows = Page.objects.filter(content_type__app_label=label)
    return pages


def pages_in_the_way(label: str) -> list[Page]:
    """Pages of others below the plugin's: they would lose the page above them."""
    mine = pages_of(label).order_by("path").values_list("path", flat=True)
    others = Page.objects.exclude(content_type__app_label=label)
    found = {
        page.pk: page for path in mine for page in others.filter(path__startswith=path)
    }
    return list(found.values())


def roots_of_sites(label: str) -> list[Site]:
    """Sites whose root is a page of the plugin: they would go with it."""
    return list(Site.objects.filter(root_page__in=pages_of(label)))


def with_what_hangs_on(pages: Rows) -> Iterator[Rows]:
    """Rows to remove with these pages, in this order; the pages themselves come last.

    What has a cascading foreign key to any of them goes by itself.
    """
    keys = pages.values("translation_key")
    others = Page.objects.exclude(pk__in=pages.values("pk"))
    objects = TranslatableObject.objects.filter(translation_key__in=keys).exclude(
        translation_key__in=others.values("translation_key")
    )
    sources = TranslationSource.objects.filter(object__in=objects)
    ids = pages.values_list(Cast("pk", CharField()))
    kind = ContentType.objects.get_for_model(Page)
    yield StringTranslation.objects.filter(context__object__in=objects)
    yield SegmentOverride.objects.filter(context__object__in=objects)
    yield _strings_of(sources)
    yield sources
    yield objects
    yield ReferenceIndex.objects.filter(to_content_type=kind, to_object_id__in=ids)
    yield ReferenceIndex.objects.filter(base_content_type=kind, object_id__in=ids)
    yield Revision.objects.filter(base_content_type=kind, object_id__in=ids)
    yield PageLogEntry.objects.filter(page__in=pages.values("pk"))
    yield pages


def _strings_of(sources: Rows) -> Rows:
    """Strings that only these sources use; others share theirs."""
    mine = StringSegment.objects.filter(source__in=sources)
    others = StringSegment.objects.exclude(source__in=sources)
    found: Rows = String.objects.filter(pk__in=mine.values("string")).exclude(
        pk__in=others.values("string")
    )
    return found
