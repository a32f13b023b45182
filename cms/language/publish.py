"""Keep the row that says a person has published a page in its own language."""

from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished
from wagtail_localize.models import Translation

from cms.models import PageLanguage, PluginPage


@receiver(page_published)
def note_language_on_publish(sender: Any, instance: Page, **kwargs: Any) -> None:
    """A published page is ready unless it is an alias or half translated."""
    if not isinstance(instance, PluginPage):
        return
    if instance.alias_of_id or _half_translated(instance):
        PageLanguage.objects.filter(page_id=instance.pk).delete()
    else:
        _make_ready(instance)


def note_scheduled(page: Page) -> None:
    """A page was published at its time: whole, whatever its source says by now."""
    if not page.alias_of_id:
        _make_ready(page)


@receiver(page_unpublished)
def forget_language_on_unpublish(sender: Any, instance: Page, **kwargs: Any) -> None:
    """An unpublished page is no longer ready in any language."""
    PageLanguage.objects.filter(page_id=instance.pk).delete()


def _make_ready(page: Page) -> None:
    # With the page itself: whoever hears of the row need not look it up again.
    PageLanguage.objects.get_or_create(page=page, defaults={"ready_at": timezone.now()})


def _half_translated(page: Page) -> bool:
    translation = Translation.objects.filter(
        source__object_id=page.translation_key,
        target_locale=page.locale_id,
        enabled=True,
    ).first()
    if translation is None:
        return False
    total, done = translation.get_progress()
    return bool(done < total)
