"""A picture, and what it says to those who do not see it."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.blocks.choosers import PictureChooserBlock
from cms.blocks.naming import template_of

_FILE = re.compile(r"\.(jpe?g|png|gif|webp|avif|heic)$|^(img|dsc)[_ -]?\d", re.I)


class Described(blocks.StructBlock):
    """A base of blocks with a picture: it says what it shows, or that it is decor."""

    image = PictureChooserBlock(label=_("Picture"))
    alt_text = blocks.CharBlock(
        required=False,
        default="",
        max_length=200,
        label=_("What the picture shows"),
        help_text=_(
            "For people who do not see it, in this page’s language: what they would"
            " miss. Leave out “picture of”."
        ),
    )
    decorative = blocks.BooleanBlock(
        required=False,
        label=_("The picture is decoration"),
        help_text=_("It says nothing that the words around it do not say."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned["image"] and not self.is_deferred_validation:
            _refuse_without_words(cleaned)
        return cleaned

    def get_searchable_content(self, value: Any) -> list[str]:
        """Its words; those of a decoration are not shown, and not found either."""
        found: list[str] = super().get_searchable_content(value)
        shown = not value.get("decorative")
        return [text for text in found if shown or text != value.get("alt_text")]


class PictureBlock(Described):
    """A picture with a caption where one is wanted."""

    caption = blocks.CharBlock(
        required=False,
        default="",
        label=_("Caption"),
        help_text=_("Shown under the picture: who made it, where it was taken."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        template = template_of("image")
        description = _("A picture, with words for those who do not see it.")
        preview_template = template_of("previews/image")


def _refuse_without_words(value: Any) -> None:
    alt = (value["alt_text"] or "").strip()
    if value["decorative"]:
        return
    if not alt:
        raise _at_alt(_("Say what the picture shows, or tick that it is decoration."))
    if _FILE.search(alt):
        raise _at_alt(_("This is the name of a file. Say what the picture shows."))


def _at_alt(message: Any) -> StructBlockValidationError:
    return StructBlockValidationError(
        block_errors={"alt_text": ValidationError(message)}
    )
