"""Promises end by themselves: the other language came, or the page went."""

from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from cms.activation import SERVICE_ROOT_PATH
from cms.models import PageLanguage, PluginPage
from sites.parity.models import ParityScore, PublishedAlone


@receiver(page_published)
def close_when_both_stand(sender: Any, instance: Page, **kwargs: Any) -> None:
    """The language that was awaited is published, by a person, as its own."""
    if not isinstance(instance, PluginPage) or not instance.live:
        return
    waiting = _open(instance).exclude(language=instance.locale.language_code)
    if waiting.exists() and PageLanguage.objects.filter(page_id=instance.pk).exists():
        _close(waiting, PublishedAlone.Outcome.MET)


@receiver(page_unpublished)
def close_when_withdrawn(sender: Any, instance: Page, **kwargs: Any) -> None:
    """It no longer stands alone: it does not stand at all."""
    count_again(instance)
    alone = _open(instance).filter(language=instance.locale.language_code)
    _close(alone, PublishedAlone.Outcome.WITHDRAWN)


def count_again(page: Page) -> None:
    """The score of the page's service is no longer what it was."""
    root = page.path[:SERVICE_ROOT_PATH]
    ParityScore.objects.filter(
        site__root_page__path__startswith=root, is_due=False
    ).update(is_due=True)


def _open(page: Page) -> Any:
    return PublishedAlone.objects.filter(
        translation_key=page.translation_key, outcome=PublishedAlone.Outcome.OPEN
    )


def _close(rows: Any, outcome: PublishedAlone.Outcome) -> None:
    rows.update(outcome=outcome, closed_at=timezone.now())
