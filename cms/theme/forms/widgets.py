"""Widgets that know their component and the parameters it takes."""

from typing import Any

from django import forms
from django.utils.html import format_html_join

from cms.theme.forms import messages
from cms.theme.forms.choices import Choice, Divider


class ComponentWidget(forms.Widget):
    """A widget drawn by a whole component, label and error included."""

    component = ""
    grouped = False

    def params(self, bf: Any) -> dict[str, Any]:
        """The component's parameters for the bound field `bf`."""
        heading = (
            {"fieldset": bf.fieldset_params}
            if self.grouped
            else {"label": bf.label_params, "id": bf.auto_id}
        )
        return {
            "name": bf.html_name,
            "hint": bf.hint_params,
            "error_message": bf.error_params,
            **heading,
        }

    def error_target(self, bf: Any) -> str:
        """The id of the input an error leads to."""
        return bf.auto_id


class TextInput(ComponentWidget, forms.TextInput):
    """One line, in the width of what is asked for."""

    component = "cms/components/input.html"

    def __init__(self, *, width: int | None = None, **options: Any) -> None:
        super().__init__(attrs=options.pop("attrs", None))
        self.width = width
        self.options = {key: value for key, value in options.items() if value != ""}

    def params(self, bf: Any) -> dict[str, Any]:
        params = {**super().params(bf), **self.options, "value": typed(bf)}
        if self.width:
            params["classes"] = f"govuk-input--width-{self.width}"
        for affix in ("prefix", "suffix"):
            if self.options.get(affix):
                params[affix] = {"text": self.options[affix]}
        return params


class Textarea(ComponentWidget, forms.Textarea):
    """Several lines; counts characters where `limit` is given."""

    component = "cms/components/textarea.html"

    def __init__(self, *, rows: int = 5, limit: int | None = None) -> None:
        super().__init__()
        self.rows = rows
        self.limit = limit
        if limit:
            self.component = "cms/components/character_count.html"

    def params(self, bf: Any) -> dict[str, Any]:
        params = {**super().params(bf), "rows": self.rows, "value": typed(bf)}
        if self.limit:
            params |= {"maxlength": self.limit, **messages.character_count()}
        return params


class OptionsWidget(ComponentWidget):
    """Shared by radios and checkboxes: items from the field's options."""

    grouped = True

    def __init__(self, *, classes: str = "") -> None:
        super().__init__()
        self.classes = classes

    def params(self, bf: Any) -> dict[str, Any]:
        chosen = bf.field.chosen(bf.value())
        items = [_item(option, chosen, bf) for option in bf.field.options]
        ids = {"id_prefix": bf.auto_id, "classes": self.classes}
        return {**super().params(bf), **ids, "items": items}


class Radios(OptionsWidget):
    """One of a few answers."""

    component = "cms/components/radios.html"


class Checkboxes(OptionsWidget):
    """Any of a few answers."""

    component = "cms/components/checkboxes.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return data.getlist(name) if hasattr(data, "getlist") else data.get(name)


class Select(ComponentWidget):
    """One of many answers, where radios would be too long."""

    component = "cms/components/select.html"

    def params(self, bf: Any) -> dict[str, Any]:
        chosen = bf.field.chosen(bf.value())
        items = [
            {
                "value": o.value,
                "text": o.label,
                "selected": o.value in chosen,
                "attributes": _spoken_in(o),
            }
            for o in bf.field.choosable
        ]
        nothing = {"value": "", "text": bf.field.nothing_chosen}
        return {**super().params(bf), "items": [nothing, *items]}


def typed(bf: Any) -> str | None:
    """What to show in the input again, without what no page may hold."""
    value = bf.value()
    return None if value is None else str(value).replace("\x00", "")


def _spoken_in(option: Choice) -> dict[str, str]:
    return {"lang": option.language} if option.language else {}


def _item(option: Choice | Divider, chosen: set[str], bf: Any) -> dict[str, Any]:
    if isinstance(option, Divider):
        return {"divider": option.text}
    under = (name for name in option.reveals if name in bf.form.fields)
    revealed = ((bf.form[name].as_field_group(),) for name in under)
    conditional = format_html_join("", "{}", revealed)
    return {
        "value": option.value,
        "text": option.label,
        "label": {"attributes": _spoken_in(option)},
        "hint": {"text": option.hint} if option.hint else None,
        "checked": option.value in chosen,
        "behaviour": "exclusive" if option.exclusive else None,
        "conditional": {"text": conditional} if conditional else None,
    }
