"""The blocks of which pages are built. A block's template bears the block's name."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

RICH_TEXT = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]
SMALL_TEXT = ["bold", "italic", "ol", "ul", "link"]


def _template(name: str) -> str:
    return f"cms/blocks/{name}.html"


class TextBlock(blocks.RichTextBlock):
    """Running text with headings, lists and links."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(features=RICH_TEXT, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = _template("text")


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, which may be in another language than the page."""

    text = blocks.TextBlock(label=_("Quotation"))
    by = blocks.CharBlock(required=False, label=_("Who said it"))
    language = blocks.ChoiceBlock(
        choices=[("en", _("English")), ("cy", _("Welsh"))],
        required=False,
        label=_("Language of the quotation"),
        help_text=_("Choose one only where it is not the language of the page."),
    )

    def get_searchable_content(self, value: Any) -> list[str]:
        """The words and whose they are; the name of their language is not said."""
        return [value["text"], value["by"]]

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = _template("quote")


class CalloutBlock(blocks.StructBlock):
    heading = blocks.CharBlock(required=False, label=_("Heading"))
    html = blocks.RichTextBlock(features=SMALL_TEXT, label=_("Text"))

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        template = _template("callout")


class WarningBlock(blocks.StructBlock):
    html = blocks.RichTextBlock(features=SMALL_TEXT, label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Warning")
        template = _template("warning")


class ContactBlock(blocks.StructBlock):
    html = blocks.RichTextBlock(features=SMALL_TEXT, label=_("How to reach you"))

    class Meta:
        icon = "mail"
        label = _("Contact")
        template = _template("contact")


class StepBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    html = blocks.RichTextBlock(features=SMALL_TEXT, label=_("Text"))


class StepsBlock(blocks.StructBlock):
    items = blocks.ListBlock(StepBlock(), label=_("Steps"))

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = _template("steps")


class CardBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    text = blocks.TextBlock(required=False, label=_("Text"))
    link = blocks.PageChooserBlock(required=False, label=_("Page"))


class CardsBlock(blocks.StructBlock):
    items = blocks.ListBlock(CardBlock(), label=_("Cards"))

    class Meta:
        icon = "grip"
        label = _("Cards")
        template = _template("cards")


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"))
    html = blocks.RichTextBlock(features=SMALL_TEXT, label=_("Answer"))


class FaqBlock(blocks.StructBlock):
    items = blocks.ListBlock(QuestionBlock(), label=_("Questions"))

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        template = _template("faq")


class StatisticBlock(blocks.StructBlock):
    """A figure is never shown without where it comes from."""

    number = blocks.CharBlock(max_length=20, label=_("Figure"))
    label = blocks.CharBlock(label=_("What it counts"))
    source = blocks.CharBlock(label=_("Source"))
    source_url = blocks.URLBlock(required=False, label=_("Address of the source"))

    class Meta:
        icon = "doc-full"
        label = _("Statistic with its source")
        template = _template("statistic")


class ButtonBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Words on the button"))
    link = blocks.PageChooserBlock(label=_("Page"))

    class Meta:
        icon = "link"
        label = _("Call to action")
        template = _template("button")


class DoorsBlock(blocks.StructBlock):
    items = blocks.ListBlock(CardBlock(), label=_("Doors"))

    class Meta:
        icon = "group"
        label = _("Doors")
        template = _template("doors")


class SlotBlock(blocks.StructBlock):
    """A place that the plugins of the site fill, such as the latest news."""

    name = blocks.ChoiceBlock(choices=[("news", _("Latest news"))], label=_("Content"))

    def get_searchable_content(self, value: Any) -> list[str]:
        """Nothing: what fills it is found by itself."""
        return []

    class Meta:
        icon = "placeholder"
        label = _("From a feature")
        template = _template("slot")


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


class HomeStreamBlock(BodyStreamBlock):
    """What a home page is made of: the same, and doors and slots."""

    doors = DoorsBlock()
    slot = SlotBlock()
