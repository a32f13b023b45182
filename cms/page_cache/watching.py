"""Which pages a changed row makes old: asked wherever a row is saved or deleted.

Every model counts unless it is named as one that no public page shows, so that what
nobody thought of costs time and never shows an old page. Rows written in bulk send
no signals: whoever writes them says so by `site_changed` or `everything_changed`.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.signals import post_page_move

from cms.addresses import hosts_changed, site_id_at
from cms.models import Offer, RoleGroup
from cms.page_cache.stamps import everything_changed, site_changed
from cms.privacy import EncryptedModel

# What an editor's draft changes of a page's row.
DRAFT = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
        "search_description_draft",
    }
)
# Of a label the whole app, of label.model the one. Our own apps say it themselves.
OF_OTHERS = frozenset(
    {
        "account",
        "auth",
        "axes",
        "contenttypes",
        "django_tasks_database",
        "mfa",
        "sessions",
        "socialaccount",
        "taggit",
        "wagtail_localize",
        "wagtailadmin",
        "wagtailembeds",
        "wagtailredirects",
        "wagtailsearch",
        "wagtailusers",
        "wagtailimages.rendition",
    }
)
# The same of Wagtail's own app.
OF_WAGTAIL = frozenset(
    {
        "apitoken",
        "comment",
        "commentreply",
        "groupapprovaltask",
        "groupapprovaltask_groups",
        "groupcollectionpermission",
        "grouppagepermission",
        "groupsitepermission",
        "modellogentry",
        "pagelogentry",
        "pagesubscription",
        "referenceindex",
        "revision",
        "task",
        "taskstate",
        "uploadedfile",
        "workflow",
        "workflowcontenttype",
        "workflowpage",
        "workflowstate",
        "workflowtask",
    }
)


@cache
def may_show(model: type[Model]) -> bool:
    """Whether a public page might show rows of this model. Nothing sealed ever is.

    An app names those of its models that never are: `host_not_on_pages`; "*" for all.
    """
    label, name = model._meta.app_label, model._meta.label_lower
    if issubclass(model, EncryptedModel) or not OF_OTHERS.isdisjoint({label, name}):
        return False
    if label == "wagtailcore" and model._meta.model_name in OF_WAGTAIL:
        return False
    config = apps.app_configs.get(label)
    hidden = getattr(config, "host_not_on_pages", ()) if config else ("*",)
    return "*" not in hidden and model.__name__ not in hidden


def install() -> None:
    """Watch every model."""
    post_save.connect(_saved, dispatch_uid="page_cache")
    post_delete.connect(_deleted, dispatch_uid="page_cache")
    m2m_changed.connect(_deleted, dispatch_uid="page_cache")
    post_page_move.connect(_moved, dispatch_uid="page_cache")
    for signal in (hosts_changed, post_migrate):  # A release looks different, too.
        signal.connect(_network_changed, dispatch_uid="page_cache")


def _saved(
    sender: type[Model], instance: Model, update_fields: Any = None, **kwargs: Any
) -> None:
    is_draft = bool(update_fields) and DRAFT.issuperset(update_fields)
    if not (is_draft and isinstance(instance, Page)):
        _changed(instance)


def _deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Model):
        _changed(instance)


def _moved(
    sender: Any,
    instance: Page,
    parent_page_before: Page,
    parent_page_after: Page,
    **kwargs: Any,
) -> None:
    for page in (parent_page_before, parent_page_after):
        _changed(page)


def _network_changed(sender: Any, **kwargs: Any) -> None:
    everything_changed()


def _changed(instance: Model) -> None:
    model = type(instance)
    is_of_migration = model.__module__ == "__fake__"
    if not is_of_migration and not may_show(model):
        return
    sites: set[int | None] = {None} if is_of_migration else sites_of(instance)
    if None in sites or not sites:
        everything_changed()
    else:
        site_changed(*(pk for pk in sites if pk is not None))


def sites_of(instance: Any) -> set[int | None]:
    """The sites whose pages show a row; with None in it, or empty: perhaps all."""
    if isinstance(instance, Page):
        return {site_id_at(instance.path)}
    if isinstance(instance, Offer):
        is_new = instance.state == Offer.State.OFFERED
        return {instance.site_id if is_new else None}
    if isinstance(instance, (AbstractImage, AbstractDocument)):
        return set(_sites_of_collection(instance.collection_id))
    if type(instance)._meta.label_lower in EVERYWHERE:
        return {None}
    if hasattr(instance, "page_id"):
        path = Page.objects.filter(pk=instance.page_id).values_list("path", flat=True)
        return {site_id_at(found) for found in path}
    return {getattr(instance, "site_id", None)}


EVERYWHERE = frozenset({"wagtailcore.site", "cms.siteprofile"})
"""They have a site, and every site may name it: its name, its address, its closing."""


def _sites_of_collection(pk: int) -> Iterable[int]:
    rows = RoleGroup.objects.filter(group__collection_permissions__collection=pk)
    return rows.values_list("site_id", flat=True).distinct()
