"""Whenever a page is published, see of which version of its national text it is now."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published

from cms.models import StarterKey
from cms.starter import settle


@receiver(page_published)
def settle_on_publish(sender: Any, instance: Page, **kwargs: Any) -> None:
    """Editing changes it, and going back in the page's history changes it back."""
    rows = StarterKey.objects.select_related("text")
    row = rows.filter(page_id=instance.pk, text__isnull=False).first()
    if row is not None:
        settle(instance, row)
