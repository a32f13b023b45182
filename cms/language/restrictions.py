"""What is private in one language is private in both: nobody reads around the lock.

Wagtail keeps a restriction on the page of one language alone. Here whatever is set,
changed or lifted on one is done to its pair, and a pair that is made later begins so.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction

from cms.activation import SERVICE_ROOT_PATH
from cms.models import PluginPage


@receiver(post_save, sender=PageViewRestriction)
def restricted(sender: Any, instance: PageViewRestriction, **kwargs: Any) -> None:
    """A page became private, or private in another way."""
    for page in _pairs_of(instance.page):
        _restrict(page, instance)


@receiver(m2m_changed, sender=PageViewRestriction.groups.through)
def groups_chosen(
    sender: Any, instance: Any, action: str, reverse: bool, **kwargs: Any
) -> None:
    """Other groups may read a private page."""
    if action.startswith("post_") and not reverse:
        groups = set(instance.groups.all())
        for kept in _restrictions_of(_pairs_of(instance.page)):
            if set(kept.groups.all()) != groups:
                kept.groups.set(groups)


@receiver(post_delete, sender=PageViewRestriction)
def lifted(
    sender: Any, instance: PageViewRestriction, origin: Any = None, **kwargs: Any
) -> None:
    """A page is public again. Deleting a private page leaves its pair private."""
    if isinstance(origin, PageViewRestriction):
        for kept in _restrictions_of(_pairs_of(instance.page)):
            kept.delete()


@receiver(post_save)
def made(sender: Any, instance: Any, created: bool, **kwargs: Any) -> None:
    """A page made in the other language is as private as the one it belongs to."""
    if created and isinstance(instance, PluginPage) and not kwargs.get("raw"):
        for given in _restrictions_of(_pairs_of(instance)):
            _restrict(instance, given)


def _restrict(page: Page, given: PageViewRestriction) -> None:
    kept = PageViewRestriction.objects.filter(page_id=page.pk).first()
    wanted = {"restriction_type": given.restriction_type, "password": given.password}
    if kept and all(getattr(kept, name) == value for name, value in wanted.items()):
        return
    kept = kept or PageViewRestriction(page_id=page.pk)
    for name, value in wanted.items():
        setattr(kept, name, value)
    kept.save()
    kept.groups.set(given.groups.all())


def _pairs_of(page: Page) -> QuerySet[Page]:
    return Page.objects.filter(
        translation_key=page.translation_key,
        path__startswith=page.path[:SERVICE_ROOT_PATH],
    ).exclude(pk=page.pk)


def _restrictions_of(pages: Iterable[Page]) -> QuerySet[PageViewRestriction]:
    return PageViewRestriction.objects.filter(page__in=pages)
