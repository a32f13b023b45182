"""A field on a page: its label, hint and error as a GOV.UK component wants them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from cms.theme.forms.widgets import ComponentWidget


class GovukBoundField(BoundField):
    """Renders the whole component (label, hint, error, input), not the bare input."""

    @property
    def template_name(self) -> str:
        widget = self.field.widget
        if self.field.template_name or not isinstance(widget, ComponentWidget):
            return super().template_name
        return widget.component

    def get_context(self) -> dict[str, Any]:
        widget = self.field.widget
        if not isinstance(widget, ComponentWidget):
            return super().get_context()
        return {"field": self, **widget.params(self)}

    @property
    def is_heading(self) -> bool:
        """Whether this field's label is the page's h1."""
        return self.form.heading_field == self.name

    @property
    def size(self) -> str:
        """The label's size in GOV.UK's scale."""
        if self.is_heading:
            return "l"
        return getattr(self.field, "label_size", "s")

    @property
    def label_params(self) -> dict[str, Any]:
        """The label of a component with one input."""
        classes = f"govuk-label--{self.size}"
        return {
            "text": self.label,
            "classes": classes,
            "is_page_heading": self.is_heading,
            **_in_language(self.field, "language"),
        }

    @property
    def fieldset_params(self) -> dict[str, Any]:
        """The fieldset of a component with several inputs."""
        classes = f"govuk-fieldset__legend--{self.size}"
        return {"legend": {**self.label_params, "classes": classes}}

    @property
    def hint_params(self) -> dict[str, Any] | None:
        """The hint under the label; None without help text."""
        if not self.help_text:
            return None
        return {"text": self.help_text, **_in_language(self.field, "hint_language")}

    @property
    def problems(self) -> list[ValidationError]:
        """What is wrong with the answer, with codes and parameters."""
        if not self.form.is_bound:
            return []
        return self.form.errors.as_data().get(self.name, [])

    @property
    def error_params(self) -> dict[str, Any] | None:
        """The first thing that is wrong; None when nothing is."""
        if not self.errors:
            return None
        return {"text": self.errors[0], "visually_hidden_text": _("Error")}

    @property
    def first_input_id(self) -> str:
        """Where the error summary leads: the input that is wrong."""
        widget = self.field.widget
        if isinstance(widget, ComponentWidget):
            return widget.error_target(self)
        return self.auto_id


def _in_language(field: Any, what: str) -> dict[str, Any]:
    """The language of words that are not in the page's, as a field may say."""
    language = str(getattr(field, what, ""))
    return {"attributes": {"lang": language}} if language else {}
