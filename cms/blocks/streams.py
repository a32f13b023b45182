"""What pages are made of."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks.downloads import DownloadBlock
from cms.blocks.links import ButtonBlock, CardsBlock, DoorsBlock
from cms.blocks.naming import template_of
from cms.blocks.pictures import PictureBlock
from cms.blocks.tables import TableBlock
from cms.blocks.videos import VideoBlock
from cms.blocks.words import (
    CalloutBlock,
    ContactBlock,
    FaqBlock,
    QuoteBlock,
    StatisticBlock,
    StepsBlock,
    TextBlock,
    WarningBlock,
)


class SlotBlock(blocks.StructBlock):
    """A place that the plugins of the site fill, such as the latest news."""

    name = blocks.ChoiceBlock(
        choices=[
            ("news", _("Latest news")),
            ("national_news", _("National news")),
            ("from_services", _("News from other services")),
        ],
        label=_("Content"),
    )

    def get_searchable_content(self, value: Any) -> list[str]:
        """Nothing: what fills it is found by itself."""
        return []

    class Meta:
        icon = "placeholder"
        label = _("From a feature")
        template = template_of("slot")
        description = _("Fills itself, for instance with your latest news.")
        preview_template = template_of("previews/slot")


class BodyStreamBlock(blocks.StreamBlock):
    """What a standard page or a news item is made of."""

    text = TextBlock()
    quote = QuoteBlock()
    callout = CalloutBlock()
    steps = StepsBlock()
    cards = CardsBlock()
    faq = FaqBlock()
    statistic = StatisticBlock()
    contact = ContactBlock()
    warning = WarningBlock()
    button = ButtonBlock()
    image = PictureBlock()
    video = VideoBlock()
    download = DownloadBlock()
    table = TableBlock()


class HomeStreamBlock(BodyStreamBlock):
    """What a home page is made of: the same, and doors and slots."""

    doors = DoorsBlock()
    slot = SlotBlock()
