"""The form of a national text: both languages at once, with the page's own blocks."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.rich_text import get_rich_text_editor_widget
from wagtail.admin.widgets import AdminDateInput
from wagtail.blocks.base import BlockField
from wagtail.fields import RichTextField, StreamField

from cms.models import NationalText
from cms.national.lines import LABELS
from cms.national.shaping import (
    Choices,
    editable,
    from_editor,
    links_in,
    links_out,
    to_editor,
)

LANGUAGES = ("en", "cy")
NOT_EDITED = ("slug",)
NOTE = gettext_lazy("Every service reads this beside the difference.")


class TextForm(forms.Form):
    """`texts` is the new version in the shape of the files, once the form is valid."""

    note_en = forms.CharField(
        label=gettext_lazy("What changed and why, in English"),
        help_text=NOTE,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "lang": "en"}),
    )
    note_cy = forms.CharField(
        label=gettext_lazy("What changed and why, in Welsh"),
        help_text=NOTE,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "lang": "cy"}),
    )
    law_checked_on = forms.DateField(
        label=gettext_lazy("Law checked on"),
        help_text=gettext_lazy("The day on which you read the law for these words."),
        widget=AdminDateInput,
    )
    service = forms.ChoiceField(
        label=pgettext_lazy("preview", "Preview as"), required=False
    )

    def __init__(
        self,
        *args: Any,
        text: NationalText,
        model: Any,
        pages: Choices,
        services: Choices,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.text, self.model = text, model
        self.fields["service"].choices = services  # type: ignore[attr-defined]  # a ChoiceField
        if not text.is_law:
            del self.fields["law_checked_on"]
        for language in LANGUAGES:
            for name, value in text.texts[language].items():
                if name not in NOT_EDITED:
                    field = self._field(name, value, pages)
                    field.label = self._label(name)
                    field.widget.attrs.setdefault("lang", language)
                    self.fields[f"{language}_{name}"] = field

    def of(self, language: str) -> list[Any]:
        """The bound fields of one language."""
        start = f"{language}_"
        return [self[name] for name in self.fields if name.startswith(start)]

    @property
    def notes(self) -> list[Any]:
        """The bound fields of both languages together."""
        names = ("note_en", "note_cy", "law_checked_on")
        return [self[name] for name in names if name in self.fields]

    @property
    def texts(self) -> dict[str, dict[str, Any]]:
        """What was entered; the addresses of the pages stay."""
        return {
            language: {
                name: self._entered(language, name, value)
                for name, value in self.text.texts[language].items()
            }
            for language in LANGUAGES
        }

    def _entered(self, language: str, name: str, before: Any) -> Any:
        if name in NOT_EDITED:
            return before
        value = self.cleaned_data[f"{language}_{name}"]
        if isinstance(before, list):
            return from_editor(value.get_prep_value())
        return links_in(value) if isinstance(value, str) else value

    def _field(self, name: str, value: Any, pages: Choices) -> Any:
        stored = self._stored(name)
        if isinstance(stored, StreamField):
            block = editable(stored.stream_block, pages)
            initial = block.to_python(to_editor(value))
            return BlockField(block=block, initial=initial, required=False)
        if isinstance(stored, RichTextField):
            widget = get_rich_text_editor_widget(features=stored.features)
            return forms.CharField(initial=links_out(value), widget=widget)
        rows = {} if len(value) < 90 else {"rows": 3}
        widget = forms.Textarea(attrs=rows) if rows else forms.TextInput()
        return forms.CharField(
            initial=value,
            widget=widget,
            required=name == "title",
            max_length=getattr(stored, "max_length", None),
            error_messages={"required": _("Enter a title.")},
        )

    def _stored(self, name: str) -> Any:
        named = "search_description" if name == "summary" else name
        fields = {field.name: field for field in self.model._meta.get_fields()}
        return fields.get(name) or fields.get(named)

    def _label(self, name: str) -> str:
        stored = self._stored(name)
        label = LABELS["search_description"] if name == "summary" else ""
        return str(capfirst(label or getattr(stored, "verbose_name", name)))
