"""A recording for each screen of a form for children, in the language of its page.

It is a document of the service, from its own collection. The words are on the screen:
a recording needs no transcript.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import ChoiceBlock, StreamBlock, StructBlock
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

from cms.sound_files import LARGEST, SOUND_TYPES
from forms.journeys.declaring import Journey, Words

SCREENS: dict[str, Words] = {
    "start": gettext_lazy("The first page"),
    "check": gettext_lazy("Check your answers"),
    "sent": gettext_lazy("After sending"),
}


def screens_of(journey: Journey) -> list[tuple[str, Words]]:
    """Key and name of every screen of this form that can have a recording."""
    named: list[tuple[str, Words]] = [("start", SCREENS["start"])]
    for step in journey.steps:
        fields = step.form_class.base_fields.values()
        asked = next((field.label for field in fields), None)
        named.append((step.key, step.title or asked or step.key))
    return [*named, ("check", SCREENS["check"]), ("sent", SCREENS["sent"])]


def screens_to_hear() -> list[tuple[str, list[tuple[str, Words]]]]:
    """The screens of every form for children, each form under the name of its page."""
    from forms.journeys.doors import page_types

    return [
        (str(model._meta.verbose_name), screens_of(model.declared_journey()))
        for model in page_types()
        if model.declared_journey().for_children
    ]


class SoundBlock(StructBlock):
    """One screen, and the recording that is played on it."""

    screen = ChoiceBlock(choices=screens_to_hear, label=gettext_lazy("Screen"))
    recording = DocumentChooserBlock(
        label=gettext_lazy("Recording"),
        help_text=gettext_lazy(
            "An MP3 or M4A file of 5 MB at most, in the language of this page."
        ),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        wrong = _wrong_with(cleaned["recording"])
        if wrong:
            raise StructBlockValidationError(
                block_errors={"recording": ValidationError(wrong)}
            )
        return cleaned

    def get_searchable_content(self, value: Any) -> list[str]:
        """The words of a recording stand on its screen."""
        return []

    class Meta:
        icon = "media"
        label = gettext_lazy("Recording")


class SoundsBlock(StreamBlock):
    """The recordings of one page."""

    sound = SoundBlock()


def wrong_screens(sounds: Any, journey: Journey) -> str:
    """What is wrong with the screens that are named; empty where nothing is."""
    named = [row.value["screen"] for row in sounds]
    if set(named) - {key for key, _name in screens_of(journey)}:
        return _("One of these screens is not of this form. Choose it again.")
    if len(set(named)) < len(named):
        return _("A screen can have one recording only. Take out the other.")
    return ""


def _wrong_with(document: Any) -> str:
    if document.file_extension.lower() not in SOUND_TYPES:
        return _("Choose an MP3 or M4A file: browsers play no other everywhere.")
    if (document.get_file_size() or 0) > LARGEST:
        return _("This file is larger than 5 MB. Record the screen more briefly.")
    return ""
