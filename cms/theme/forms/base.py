"""The base of every form the public fills in."""

from functools import cached_property
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from cms.theme.forms.bound import GovukBoundField
from cms.theme.renderer import GovukRenderer


class GovukForm(forms.Form):
    """A form of GOV.UK components, checked on the server alone.

    A field named by a choice's `reveals` stands under that choice, if the form has it.
    Where the choice is not chosen, whatever was typed there is dropped and cannot be
    wrong.
    """

    default_renderer = GovukRenderer
    bound_field_class = GovukBoundField
    use_required_attribute = False
    own_heading = True

    @cached_property
    def heading_field(self) -> str | None:
        """The field whose label is the h1: the only one asked; None with several."""
        asked = [field.name for field in self.shown_fields]
        return asked[0] if self.own_heading and len(asked) == 1 else None

    @property
    def shown_fields(self) -> list[forms.BoundField]:
        """Visible fields in order, without those that stand under a choice."""
        revealed = set(self._revealed())
        return [bf for bf in self.visible_fields() if bf.name not in revealed]

    @property
    def error_summary(self) -> SafeString | str:
        """The box at the top of a page that has errors; empty on one without."""
        if not self.is_bound or not self.errors:
            return ""
        context = {"error_list": self.error_list()}
        return render_to_string("cms/components/error_summary.html", context)

    def error_list(self) -> list[dict[str, Any]]:
        """Every error with the address of its input, in the order of the page."""
        listed = [{"text": text} for text in self.non_field_errors()]
        for bf in self:
            href = None if bf.is_hidden else f"#{bf.first_input_id}"
            if bf.errors:
                listed.append({"text": bf.errors[0], "href": href})
        return listed

    def get_context(self) -> dict[str, Any]:
        return {**super().get_context(), "shown": self.shown_fields}

    def _clean_fields(self) -> None:
        super()._clean_fields()
        for name in self._concealed():
            self.errors.pop(name, None)
            self.cleaned_data[name] = self.fields[name].empty_answer

    def _revealed(self) -> dict[str, tuple[str, str]]:
        """Each field under a choice, with the field and the value that reveal it."""
        return {
            revealed: (name, choice.value)
            for name, field in self.fields.items()
            for choice in getattr(field, "choosable", ())
            for revealed in choice.reveals
            if revealed in self.fields
        }

    def _concealed(self) -> list[str]:
        chosen = {
            name: self.fields[name].chosen(self[name].data)
            for name in {owner for owner, _value in self._revealed().values()}
        }
        return [
            name
            for name, (owner, value) in self._revealed().items()
            if value not in chosen[owner]
        ]
