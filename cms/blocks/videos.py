"""A video of somebody else's, which loads nothing of theirs until it is asked for."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.blocks import samples
from cms.blocks.naming import template_of
from cms.blocks.short_text import ShortTextBlock
from cms.blocks.video_addresses import video_at


class VideoBlock(blocks.StructBlock):
    """Its words stand beside it, or where they are is said."""

    title = blocks.CharBlock(
        label=_("What the video is called"),
        help_text=_("It names the player for people who listen to the page."),
    )
    address = blocks.URLBlock(
        label=_("Address of the video"),
        help_text=_("At YouTube or Vimeo, as you copy it from there."),
    )
    transcript = ShortTextBlock(
        required=False,
        default="",
        label=_("What is said in it"),
        help_text=_("Who speaks and what they say, and what can only be seen."),
    )
    captions = blocks.CharBlock(
        required=False,
        default="",
        max_length=200,
        label=_("Or where its words are"),
        help_text=_("For instance: The video has subtitles in English and Welsh."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if video_at(cleaned["address"]) is None:
            raise _refused("address", _("Give the address of one video."))
        if not str(cleaned["transcript"] or "").strip() and not cleaned["captions"]:
            raise _refused(
                "transcript", _("Write what is said, or say where its words are.")
            )
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Where it is watched, and where its player is."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        return {**context, "video": video_at(value.get("address") or "")}

    def get_searchable_content(self, value: Any) -> list[str]:
        """Its name and its words."""
        words = self.child_blocks["transcript"].get_searchable_content(
            value["transcript"]
        )
        return [value["title"], *words]

    class Meta:
        icon = "media"
        label = _("Video")
        template = template_of("video")
        description = _("Loads nothing from elsewhere until a reader presses.")
        preview_value = staticmethod(samples.video)


def _refused(name: str, message: Any) -> StructBlockValidationError:
    return StructBlockValidationError(block_errors={name: ValidationError(message)})
