"""Blocks of words: text, quotations, callouts, steps, questions, figures."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks import samples
from cms.blocks.comparing import WordsComparison
from cms.blocks.naming import template_of as _template
from cms.blocks.short_text import ShortTextBlock

RICH_TEXT = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class TextBlock(blocks.RichTextBlock):
    """Running text with headings, lists and links."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(features=RICH_TEXT, **kwargs)

    def get_comparison_class(self) -> type[WordsComparison]:
        """Two versions are compared line by line."""
        return WordsComparison

    def deconstruct(self) -> Any:
        """Migrations know it by the name of the package."""
        _path, args, kwargs = super().deconstruct()
        return "cms.blocks.TextBlock", args, kwargs

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = _template("text")
        description = _("Running text, with headings, lists and links.")
        preview_value = staticmethod(samples.text)


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
        description = _("Somebody’s words, and who said them.")
        preview_value = staticmethod(samples.quote)


class CalloutBlock(blocks.StructBlock):
    heading = blocks.CharBlock(required=False, label=_("Heading"))
    html = ShortTextBlock(label=_("Text"))

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        template = _template("callout")
        description = _("One thing that must not be missed in the text.")
        preview_value = staticmethod(samples.callout)


class WarningBlock(blocks.StructBlock):
    html = ShortTextBlock(label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Warning")
        template = _template("warning")
        description = _("What somebody must know before they go on.")
        preview_value = staticmethod(samples.warning)


class ContactBlock(blocks.StructBlock):
    html = ShortTextBlock(label=_("How to reach you"))

    class Meta:
        icon = "mail"
        label = _("Contact")
        template = _template("contact")
        description = _("How to reach you.")
        preview_value = staticmethod(samples.contact)


class StepBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    html = ShortTextBlock(label=_("Text"))


class StepsBlock(blocks.StructBlock):
    items = blocks.ListBlock(StepBlock(), label=_("Steps"))

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = _template("steps")
        description = _("What happens, in its order.")
        preview_value = staticmethod(samples.steps)


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"))
    html = ShortTextBlock(label=_("Answer"))


class FaqBlock(blocks.StructBlock):
    items = blocks.ListBlock(QuestionBlock(), label=_("Questions"))

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        template = _template("faq")
        description = _("Questions that open when they are pressed.")
        preview_value = staticmethod(samples.faq)


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
        description = _("A figure, what it counts, and where it comes from.")
        preview_value = staticmethod(samples.statistic)
