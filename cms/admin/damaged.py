"""A damaged picture is refused in words, before it is kept.

Wagtail looks at its first bytes alone: it answers some with an error, and takes a file
that broke off on the way, whose thumbnail then breaks every list in which it stands.
"""

from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from PIL import Image, UnidentifiedImageError
from wagtail.images.fields import WagtailImageField

# Of Pillow: SyntaxError and ValueError for a file that contradicts itself.
DAMAGED = (OSError, SyntaxError, ValueError, UnidentifiedImageError)


def install() -> None:
    """Let every field for a picture read it whole."""
    stock = WagtailImageField.to_python

    @wraps(stock)
    def to_python(self: Any, data: Any) -> Any:
        try:
            file = stock(self, data)
            if file is not None:
                _read_whole(file)
        except DAMAGED as error:
            words = self.error_messages["invalid_image"]
            raise ValidationError(words, code="invalid_image") from error
        return file

    WagtailImageField.to_python = to_python


def _read_whole(file: Any) -> None:
    file.seek(0)
    with Image.open(file) as picture:
        picture.load()
    file.seek(0)
