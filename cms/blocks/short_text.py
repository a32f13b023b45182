"""A few words within a block: emphasis, lists and links, no headings."""

from typing import Any

from wagtail import blocks

from cms.blocks.comparing import WordsComparison
from cms.blocks.naming import SMALL_TEXT


class ShortTextBlock(blocks.RichTextBlock):
    """Rich text without headings, the same wherever a block holds some."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": SMALL_TEXT, **kwargs})

    def get_comparison_class(self) -> type[WordsComparison]:
        """Two versions are compared line by line."""
        return WordsComparison

    def deconstruct(self) -> Any:
        """Migrations know it as what it is: Wagtail's, with its features said."""
        _path, args, kwargs = super().deconstruct()
        said = {"features": SMALL_TEXT, **kwargs}
        return "wagtail.blocks.RichTextBlock", args, said
