"""What makes an offer's row stale, and the refreshing of it after commit."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from cms.activation import plugin_switched
from cms.addresses import hosts_changed
from cms.models import (
    NationalArticlePage,
    OfferableArticlePage,
    PageLanguage,
    SiteProfile,
)
from cms.offers.rows import refresh
from cms.plugins import plugin_of
from cms.suspension import suspension_changed
from cms.visibility import site_of

LISTED = (OfferableArticlePage, NationalArticlePage)
"""The articles that lists of other sites show."""


@receiver([page_published, page_unpublished])
def one_article_changed(sender: Any, instance: Page, **kwargs: Any) -> None:
    """Published or unpublished, in one language."""
    if isinstance(instance, LISTED):
        _later(partial(_refresh_page, instance.path, instance.translation_key))


@receiver(post_delete)
def article_deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Deleted: what stood at the hub is withdrawn."""
    if isinstance(instance, LISTED):
        _later(partial(_refresh_page, instance.path, instance.translation_key))


@receiver([post_save, post_delete], sender=PageLanguage)
def readiness_changed(sender: Any, instance: PageLanguage, **kwargs: Any) -> None:
    """A language of a page became ready, or is no longer."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page and issubclass(page.specific_class or Page, LISTED):
        _later(partial(_refresh_page, page.path, page.translation_key))


@receiver([page_slug_changed, post_page_move])
def addresses_changed(sender: Any, instance: Page, **kwargs: Any) -> None:
    """A page took everything below it to another address, perhaps another site."""
    before = kwargs.get("parent_page_before", instance)
    for path in {instance.path, before.path}:
        _later(partial(_refresh_tree, path))


@receiver([post_save, post_delete], sender=PageViewRestriction)
def privacy_changed(sender: Any, instance: PageViewRestriction, **kwargs: Any) -> None:
    """Part of a tree became private, or public again."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page:
        _later(partial(_refresh_tree, page.path))


@receiver(post_save, sender=Site)
def host_changed(sender: Any, instance: Site, created: bool, **kwargs: Any) -> None:
    """The address of every page of the site begins with its host."""
    if not created:
        _later(partial(_refresh_site, instance.pk))


@receiver(hosts_changed)
def names_changed(sender: Any, site_id: int, **kwargs: Any) -> None:
    """The pages of a language came to stand on another host."""
    _later(partial(_refresh_site, site_id))


@receiver(suspension_changed)
def suspended_or_resumed(sender: Any, site: Site, **kwargs: Any) -> None:
    """Suspended hides and deletes nothing: the state stays, no language is ready."""
    _later(partial(_refresh_site, site.pk))


@receiver(plugin_switched)
def plugin_was_switched(sender: Any, site: Site, plugin: str, **kwargs: Any) -> None:
    """Off hides and deletes nothing: the state stays, the languages are not ready."""
    switched = plugin_of(plugin)
    if switched and any(issubclass(m, LISTED) for m in switched.get_models()):
        _later(partial(_refresh_site, site.pk))


def _later(act: Callable[[], None]) -> None:
    transaction.on_commit(act)


def _refresh_page(path: str, key: Any) -> None:
    site = site_of(Page(path=path))
    if site:
        refresh(site, {key})


def _refresh_tree(path: str) -> None:
    _refresh_site_of(site_of(Page(path=path)))


def _refresh_site(pk: int) -> None:
    _refresh_site_of(Site.objects.filter(pk=pk).select_related("root_page").first())


def _refresh_site_of(site: Site | None) -> None:
    if site and SiteProfile.objects.filter(site=site).exists():
        refresh(site)
