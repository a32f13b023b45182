"""Choosers of pages and pictures that ask the database nothing while a page is drawn.

What they point to was looked up for the whole page by then (cms.looked_up).
"""

from collections.abc import Iterable
from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from cms.looked_up import bare_rows, looked_up


class PageBlock(blocks.PageChooserBlock):
    """A page of the same service."""

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        if looked_up() is not None:
            return bare_rows(self.model_class, values)
        found: list[Any] = super().bulk_to_python(values)
        return found

    def deconstruct(self) -> Any:
        """To migrations it is Wagtail's own."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.PageChooserBlock", args, kwargs


class PictureChooserBlock(ImageChooserBlock):
    """A picture, of which a page shows only what was made of it beforehand."""

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        if looked_up() is not None:
            return bare_rows(self.model_class, values)
        found: list[Any] = super().bulk_to_python(values)
        return found

    def deconstruct(self) -> Any:
        """To migrations it is Wagtail's own."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.images.blocks.ImageChooserBlock", args, kwargs
