"""What belongs to one service: every row of every table, found from the models.

Nothing is listed by hand. A row is the service's when it points at its site, is in its
tree or its collections, or goes with such a row by a cascading key; so a plugin's rows
are found without naming the plugin.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    ModelLogEntry,
    Page,
    ReferenceIndex,
    Site,
    Task,
    Workflow,
    WorkflowTask,
)

from cms.retirement.closure import Found, closure
from cms.retirement.pages import with_what_hangs_on
from sites.models import Membership
from sites.people.models import User

Rows = QuerySet[Any]


@dataclass(frozen=True)
class Belongings:
    """The ids of a service's rows, model by model, and the names of its files."""

    site: Site
    rows: Found
    files: tuple[str, ...]

    def counts(self) -> dict[str, int]:
        """How many rows each table has of it; tables without any are left out."""
        named = {model._meta.db_table: len(ids) for model, ids in self.rows.items()}
        return dict(sorted(named.items()))

    def of(self, model: type[Model]) -> Rows:
        """Its rows of one model."""
        rows: Rows = model._base_manager.filter(pk__in=self.rows.get(model, set()))
        return rows


def belongings(site: Site) -> Belongings:
    """Everything of `site`, itself included; reads only."""
    rows = closure(_roots(site))
    traces = closure(_traces_of(rows))
    for model, ids in traces.items():
        rows.setdefault(model, set()).update(ids)
    return Belongings(site=site, rows=rows, files=tuple(sorted(_files_of(rows))))


def pages_of(site: Site) -> Rows:
    """The service's root and every page below it, in the order of the tree."""
    pages: Rows = Page.objects.filter(path__startswith=site.root_page.path[:8])
    return pages.order_by("path")


def collections_of(site: Site) -> Rows:
    """The collections in which only this service's groups work, and those inside."""
    mine = Collection.objects.filter(group_permissions__group__role__site=site)
    found: set[int] = set()
    for collection in mine.distinct():
        if not collection.is_root():
            inside = collection.get_descendants(inclusive=True)
            found.update(inside.values_list("pk", flat=True))
    rows: Rows = Collection.objects.filter(pk__in=found)
    return rows


def people_of(site: Site) -> Rows:
    """People who work here and nowhere else: their accounts go with the service."""
    elsewhere = Membership.objects.exclude(site=site)
    people: Rows = User.objects.filter(memberships__site=site, is_superuser=False)
    return people.exclude(pk__in=elsewhere.values("user")).distinct()


def _roots(site: Site) -> Iterator[Rows]:
    collections = collections_of(site)
    yield Site.objects.filter(pk=site.pk)
    yield from with_what_hangs_on(pages_of(site))
    for model in (get_image_model(), get_document_model()):
        yield model.objects.filter(collection__in=collections)
    yield collections
    yield Group.objects.filter(role__site=site)
    yield people_of(site)
    yield from _workflows(site)
    for model in models_with_a_site():
        yield model._base_manager.filter(site=site)


def models_with_a_site() -> Iterator[type[Model]]:
    """Every model whose rows point at a site."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_concrete_fields:
            if field.name == "site" and field.related_model is Site:
                yield model


def _workflows(site: Site) -> Iterator[Rows]:
    used = Workflow.objects.filter(workflow_pages__page__in=pages_of(site))
    steps = WorkflowTask.objects.filter(workflow__in=used)
    yield used
    yield Task.objects.filter(pk__in=steps.values("task"))


def _traces_of(rows: Found) -> Iterator[Rows]:
    """What points at these rows by a type and a number: the log and the index."""
    for model, ids in rows.items():
        kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
        keys = [str(pk) for pk in ids]
        for start in range(0, len(keys), 500):
            some = keys[start : start + 500]
            yield ModelLogEntry.objects.filter(content_type=kind, object_id__in=some)
            yield ReferenceIndex.objects.filter(content_type=kind, object_id__in=some)
            yield ReferenceIndex.objects.filter(
                to_content_type=kind, to_object_id__in=some
            )


def _files_of(rows: Found) -> Iterator[str]:
    for model, ids in rows.items():
        for field in model._meta.local_concrete_fields:
            if hasattr(field, "upload_to"):
                held = model._base_manager.filter(pk__in=ids)
                names = held.values_list(field.name, flat=True)
                yield from (name for name in names if name)
