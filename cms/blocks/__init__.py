"""The blocks of which pages are built. A block's template bears the block's name."""

from cms.blocks.choosers import PageBlock, PictureChooserBlock
from cms.blocks.downloads import DownloadBlock
from cms.blocks.links import ButtonBlock, CardBlock, CardsBlock, DoorsBlock
from cms.blocks.naming import SMALL_TEXT
from cms.blocks.pictures import PictureBlock
from cms.blocks.sections import NextStepBlock, SlotBlock, StoryBlock, WaitingBlock
from cms.blocks.streams import BodyStreamBlock, HomeStreamBlock
from cms.blocks.tables import CellsBlock, TableBlock
from cms.blocks.videos import VideoBlock
from cms.blocks.words import (
    RICH_TEXT,
    CalloutBlock,
    ContactBlock,
    FaqBlock,
    QuestionBlock,
    QuoteBlock,
    StatisticBlock,
    StepBlock,
    StepsBlock,
    TextBlock,
    WarningBlock,
)

__all__ = [
    "RICH_TEXT",
    "SMALL_TEXT",
    "BodyStreamBlock",
    "ButtonBlock",
    "CalloutBlock",
    "CardBlock",
    "CardsBlock",
    "CellsBlock",
    "ContactBlock",
    "DoorsBlock",
    "DownloadBlock",
    "FaqBlock",
    "HomeStreamBlock",
    "NextStepBlock",
    "PageBlock",
    "PictureBlock",
    "PictureChooserBlock",
    "QuestionBlock",
    "QuoteBlock",
    "SlotBlock",
    "StatisticBlock",
    "StepBlock",
    "StepsBlock",
    "StoryBlock",
    "TableBlock",
    "TextBlock",
    "VideoBlock",
    "WaitingBlock",
    "WarningBlock",
]
