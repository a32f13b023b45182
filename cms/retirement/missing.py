"""What tells that a plugin's package is gone: its rows stay, its models are unknown."""

from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Page

from cms.activation import switched_labels


def is_missing(page: Page) -> bool:
    """Whether no installed app knows the type of the page; asks no query twice."""
    return page.cached_content_type.model_class() is None


def missing_type_ids() -> list[int]:
    """Ids of the content types whose model is not installed; one query."""
    return [kind.pk for kind in ContentType.objects.all() if kind.model_class() is None]


def missing_pages() -> QuerySet[Page]:
    """Every page whose type is not installed."""
    pages: QuerySet[Page] = Page.objects.filter(content_type__in=missing_type_ids())
    return pages


def labels_that_left_types() -> list[str]:
    """Labels whose models are on record and whose app is not installed.

    One query that does not grow with the number of sites, for screens shown often.
    """
    labels = ContentType.objects.order_by("app_label").values_list("app_label")
    return sorted({label for (label,) in labels.distinct()} - set(apps.app_configs))


def missing_labels() -> list[str]:
    """Labels that were switched on somewhere, or own a page, and are not installed."""
    owners = missing_pages().values_list("content_type__app_label", flat=True)
    known: set[Any] = {*switched_labels(), *owners.distinct()}
    return sorted(known - set(apps.app_configs))
