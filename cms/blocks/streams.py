"""What pages are made of."""

from wagtail import blocks

from cms.blocks.downloads import DownloadBlock
from cms.blocks.links import ButtonBlock, CardsBlock, DoorsBlock
from cms.blocks.pictures import PictureBlock
from cms.blocks.sections import NextStepBlock, SlotBlock, StoryBlock, WaitingBlock
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
    """What a home page is made of: the same, and its own sections."""

    doors = DoorsBlock()
    slot = SlotBlock()
    next_step = NextStepBlock()
    story = StoryBlock()
    waiting = WaitingBlock()
