"""Make the pictures of pages when they are published: never in a visitor's GET."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import receiver
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.signals import page_published

from cms.blocks.raw import leaves
from cms.looked_up import Picture
from cms.models import HERO, ArticlePage, PluginPage
from cms.models.articles import article_specs

SHOWN = "width-960"
"""A picture in the text of a page, in its own proportions."""

SMALLER = {
    f"image/{kind}": [f"width-{width}|format-{kind}" for width in (480, 960)]
    for kind in ("avif", "webp")
}


def content_specs() -> list[str]:
    """Every rendition that is made of a picture in the text of a page."""
    return [SHOWN, *(spec for specs in SMALLER.values() for spec in specs)]


def picture_ids(block: Any, raw: Any) -> Iterator[int]:
    """Every picture that a stream's raw value shows."""
    for leaf, value in leaves(block, raw):
        if isinstance(leaf, ImageChooserBlock) and isinstance(value, int):
            yield value


def pictures_of(ids: Iterable[int], *, make: bool = False) -> dict[int, Picture]:
    """These pictures as they are shown, in one query; those not made are left out.

    `make` makes them first, which takes a while.
    """
    wanted = set(ids)
    if not wanted:
        return {}
    if make:
        make_pictures(wanted, content_specs())
    renditions = get_image_model().get_rendition_model().objects
    made: dict[int, dict[str, Any]] = defaultdict(dict)
    for one in renditions.filter(image_id__in=wanted, filter_spec__in=content_specs()):
        made[one.image_id][one.filter_spec] = one
    return {pk: _shown(specs) for pk, specs in made.items() if SHOWN in specs}


def _shown(made: dict[str, Any]) -> Picture:
    picture = made[SHOWN]
    smaller = [
        {"type": kind, "srcset": _srcset([made[spec] for spec in specs])}
        for kind, specs in SMALLER.items()
        if made.keys() >= set(specs)
    ]
    return Picture(picture.url, picture.width, picture.height, smaller)


def _srcset(renditions: list[Any]) -> str:
    # A small picture is made no larger: both are the same width then.
    by_width = {one.width: one.url for one in renditions}
    return ", ".join(f"{url} {width}w" for width, url in by_width.items())


@receiver(page_published)
def make_picture_on_publish(sender: Any, instance: Any, **kwargs: Any) -> None:
    """After the commit, for making one takes a while and writes a file."""
    if isinstance(instance, ArticlePage) and instance.image_id:
        _make_later([instance.image_id], article_specs())
    if isinstance(instance, PluginPage):
        _make_later(_in_text(instance), content_specs())


def _in_text(page: Any) -> set[int]:
    streams = [f for f in page._meta.get_fields() if isinstance(f, StreamField)]
    values = [getattr(page, field.name) for field in streams]
    return {
        pk for value in values for pk in picture_ids(value.stream_block, value.raw_data)
    }


def _make_later(ids: Iterable[int], specs: list[str]) -> None:
    if ids:
        transaction.on_commit(partial(make_pictures, ids, specs))


def make_pictures(ids: Iterable[int], specs: list[str]) -> None:
    """Make what is not there yet; a picture that is gone by now is left out."""
    for image in get_image_model().objects.filter(pk__in=ids):
        # A drawing is small as it is, and is not turned into a photograph.
        image.get_renditions(*([HERO] if image.is_svg() else specs))
