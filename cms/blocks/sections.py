"""Sections of a home page: the next step, a story, who waits, what fills itself."""

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.blocks import samples
from cms.blocks.choosers import PageBlock, PictureChooserBlock
from cms.blocks.naming import template_of
from cms.blocks.pictures import Described
from cms.language import counted, plain_date

SLOTS = [
    ("news", _("Latest news")),
    ("national_news", _("National news")),
    ("from_services", _("News from other services")),
]


class SlotBlock(blocks.StructBlock):
    """A place that the plugins of the site fill, such as the latest news."""

    name = blocks.ChoiceBlock(choices=SLOTS, label=_("Content"))

    def get_searchable_content(self, value: Any) -> list[str]:
        """Nothing: what fills it is found by itself."""
        return []

    class Meta:
        icon = "placeholder"
        label = _("From a feature")
        template = template_of("slot")
        description = _("Fills itself, for instance with your latest news.")
        preview_template = template_of("previews/slot")


class NextStepBlock(blocks.StructBlock):
    """What somebody who would like to volunteer does now, and what comes of it."""

    heading = blocks.CharBlock(label=_("Heading"))
    text = blocks.TextBlock(
        label=_("Text"),
        help_text=_("How long it takes, and what happens then."),
    )
    button = blocks.CharBlock(label=_("Words on the button"))
    link = PageBlock(label=_("Page"))

    class Meta:
        icon = "arrow-right"
        label = _("Next step")
        template = template_of("next_step")
        description = _("What a volunteer does now: one button, and what comes of it.")
        preview_template = template_of("previews/next_step")


class StoryBlock(Described):
    """Somebody's words with a picture, and the page where the story is told."""

    heading = blocks.CharBlock(label=_("Heading"))
    quote = blocks.TextBlock(label=_("Quotation"))
    by = blocks.CharBlock(required=False, default="", label=_("Who said it"))
    image = PictureChooserBlock(required=False, label=_("Picture"))
    link = PageBlock(required=False, label=_("Page"))

    class Meta:
        icon = "openquote"
        label = pgettext_lazy("on a home page", "Story")
        template = template_of("story")
        description = _("Somebody’s words with a picture, and where to read on.")
        preview_value = staticmethod(samples.story)


class WaitingBlock(blocks.StructBlock):
    """How many children wait, and on which day they were counted."""

    number = blocks.IntegerBlock(
        min_value=0,
        label=_("Children waiting"),
        help_text=_("Of your own service: counted, never estimated."),
    )
    counted_on = blocks.DateBlock(label=_("Counted on"))
    source = blocks.CharBlock(
        required=False,
        default="",
        max_length=160,
        label=_("Who counted, or where it is published"),
        help_text=_(
            "For instance: Report to the Corporate Parenting Panel, June 2027. Empty"
            " where your own service counted; the page then says so."
        ),
    )
    source_url = blocks.URLBlock(
        required=False, default="", label=_("Address of the source")
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        day = cleaned["counted_on"]
        if isinstance(day, dt.date) and day > timezone.localdate():
            message = _("This day is still to come.")
            raise StructBlockValidationError(
                block_errors={"counted_on": ValidationError(message)}
            )
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """The figure and the day in words, in the language of the page."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        number, day = value.get("number"), value.get("counted_on")
        if number is None or day is None:
            return context
        said = counted(number, "plentyn", get_language())
        figure = said[:1].upper() + said[1:]
        return {**context, "figure": figure, "day": plain_date(day, get_language())}

    class Meta:
        icon = "group"
        label = _("Children waiting")
        template = template_of("waiting")
        description = _("Your own figure and the day of the count; shown with both.")
        preview_value = staticmethod(samples.waiting)
