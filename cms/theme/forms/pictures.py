"""Answers as cards with a drawing each; without a script they are what they are."""

from typing import Any

from cms.theme.forms.choices import Choice, Words
from cms.theme.forms.choosing import CheckboxesField, OptionsField
from cms.theme.forms.widgets import Checkboxes, Radios


class _Cards:
    """Draws the options as cards; those without a drawing take a whole row."""

    component = "cms/components/picture_cards.html"
    kind = "checkbox"

    def params(self, bf: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().params(bf)
        for option, item in zip(bf.field.options, shown["items"], strict=True):
            item["picture"] = option.picture if isinstance(option, Choice) else ""
        return {**shown, "kind": self.kind}


class PictureCheckboxes(_Cards, Checkboxes):
    """Any of the cards."""


class PictureRadios(_Cards, Radios):
    """One of the cards."""

    kind = "radio"


class PicturesField(CheckboxesField):
    """Any answers of a few, as cards; say `exclusive` of one such as “I don't mind”.

    Where it is ticked together with others, which only a browser without scripts lets
    happen, the page says kindly that one of the two has to go: nothing is guessed.
    """

    widget_class = PictureCheckboxes


class PictureField(OptionsField):
    """One answer of a few, as cards."""

    widget_class = PictureRadios

    def __init__(self, *, label: Words, **options: Any) -> None:
        super().__init__(label=label, **options)
