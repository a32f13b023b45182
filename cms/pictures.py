"""Make the pictures of articles when they are published: never in a visitor's GET."""

from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import receiver
from wagtail.images import get_image_model
from wagtail.signals import page_published

from cms.models import HERO, ArticlePage
from cms.models.articles import article_specs


@receiver(page_published)
def make_picture_on_publish(sender: Any, instance: Any, **kwargs: Any) -> None:
    """After the commit, for making one takes a while and writes a file."""
    if isinstance(instance, ArticlePage) and instance.image_id:
        transaction.on_commit(partial(_make, instance.image_id))


def _make(image_id: int) -> None:
    image = get_image_model().objects.filter(pk=image_id).first()
    if image:
        # A drawing is small as it is, and is not turned into a photograph.
        image.get_renditions(*([HERO] if image.is_svg() else article_specs()))
