"""A document to take away, with what it is and how large."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from cms.blocks.naming import template_of

_KINDS = {
    "csv": "CSV",
    "docx": "Word",
    "m4a": _("sound recording"),
    "mp3": _("sound recording"),
    "odt": "OpenDocument",
    "pdf": "PDF",
    "rtf": "RTF",
    "txt": _("plain text"),
    "xlsx": "Excel",
}


class DownloadBlock(blocks.StructBlock):
    """The reader knows before they press what will come, and in which language."""

    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("What it is"),
        help_text=_("The words of the link, for instance: Guide for new visitors."),
    )
    language = blocks.ChoiceBlock(
        choices=[("en", _("English")), ("cy", _("Welsh"))],
        required=False,
        label=_("Language of the document"),
        help_text=_("Choose one only where it is not the language of the page."),
    )
    text = blocks.TextBlock(
        required=False,
        default="",
        label=_("What is in it"),
        help_text=_("One or two lines, so that nobody opens it in vain."),
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """The kind and the size of the file."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        document = value.get("document")
        return {**context, "facts": file_facts(document) if document else ""}

    def get_searchable_content(self, value: Any) -> list[str]:
        """What is said of it; the name of its language is not."""
        return [value["title"], value["text"]]

    class Meta:
        icon = "download"
        label = _("Document to download")
        template = template_of("download")
        description = _("A document, with its kind and size.")
        preview_template = template_of("previews/download")


def file_facts(document: Any) -> str:
    """Kind and size: PDF, 1.2 MB."""
    ending = document.file_extension.lower()
    size = document.get_file_size()
    facts = [str(_KINDS.get(ending, ending.upper())), size_in_words(size)]
    return ", ".join(fact for fact in facts if fact)


def size_in_words(size: int | None) -> str:
    """As people say it, the same in both languages: 40 KB, 1.2 MB."""
    if not size:
        return ""
    if size < 950_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB"
