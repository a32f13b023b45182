"""Fields a person chooses in: radios, checkboxes, a list, yes or no."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from cms.language import yes_no_choices
from cms.theme.forms import messages
from cms.theme.forms.choices import Choice, Option, Words, as_options
from cms.theme.forms.widgets import Checkboxes, Radios, Select


class OptionsField(forms.Field):
    """Shared by the choosing fields: options in, a stable value out."""

    empty_answer: Any = ""
    label_size = "m"
    widget_class: type[forms.Widget] = Radios

    def __init__(
        self,
        *,
        label: Words,
        choices: Iterable[Option | tuple[str, Words]] = (),
        hint: Words = "",
        missing: Words = "",
        required: bool = True,
        label_size: str = "m",
        widget: forms.Widget | None = None,
    ) -> None:
        said = {"required": missing} if missing else {}
        self.options = as_options(choices)
        self.label_size = label_size
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            widget=widget or self.widget_class(),
            error_messages={**messages.CHOSEN, **said},
        )

    @property
    def choosable(self) -> list[Choice]:
        """The options without dividers."""
        return [option for option in self.options if isinstance(option, Choice)]

    def chosen(self, value: Any) -> set[str]:
        """The values chosen in raw or stored `value`."""
        return {str(value)} if value not in (None, "") else set()

    def to_python(self, value: Any) -> Any:
        return "" if value in self.empty_values else str(value)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if self.chosen(value) - {choice.value for choice in self.choosable}:
            message = self.error_messages["invalid_choice"]
            raise ValidationError(message, code="invalid_choice")

    def display(self, value: Any) -> str:
        """The answer as a person reads it."""
        chosen = self.chosen(value)
        labels = [str(c.label) for c in self.choosable if c.value in chosen]
        return ", ".join(labels)

    def language_of(self, value: Any) -> str:
        """The language of a single answer that is not in the page's; else empty."""
        chosen = self.chosen(value)
        spoken = [c.language for c in self.choosable if c.value in chosen]
        return spoken[0] if len(spoken) == 1 else ""


class RadiosField(OptionsField):
    """One answer of a few. `inline` for two short ones, `small` for a filter."""

    def __init__(
        self, *, label: Words, inline: bool = False, small: bool = False, **options: Any
    ) -> None:
        looks = {"govuk-radios--inline": inline, "govuk-radios--small": small}
        classes = " ".join(name for name, on in looks.items() if on)
        super().__init__(label=label, widget=Radios(classes=classes), **options)


class SelectField(OptionsField):
    """One answer of many."""

    widget_class = Select
    nothing_chosen = pgettext_lazy("first entry of a list", "Choose")

    def __init__(self, *, label: Words, label_size: str = "s", **options: Any) -> None:
        super().__init__(label=label, label_size=label_size, **options)


class CheckboxesField(OptionsField):
    """Any answers of a few; an exclusive one stands alone."""

    widget_class = Checkboxes
    empty_answer: Any = []

    def chosen(self, value: Any) -> set[str]:
        return {str(item) for item in value or []}

    def to_python(self, value: Any) -> list[str]:
        if not value:
            return []
        if not isinstance(value, list | tuple):
            raise ValidationError(self.error_messages["invalid_list"], "invalid_list")
        return list(dict.fromkeys(str(item) for item in value))

    def validate(self, value: Any) -> None:
        super().validate(value)
        for choice in self.choosable:
            if choice.exclusive and choice.value in value and len(set(value)) > 1:
                raise ValidationError(
                    self.error_messages["exclusive"],
                    code="exclusive",
                    params={"alone": choice.label},
                )


class ConfirmField(CheckboxesField):
    """A single box to tick, as a declaration; stored as true or false."""

    empty_answer = False

    def __init__(self, *, label: Words, statement: Words, **options: Any) -> None:
        super().__init__(label=label, choices=[Choice("yes", statement)], **options)

    def chosen(self, value: Any) -> set[str]:
        return {"yes"} if value is True else super().chosen(value or [])

    def clean(self, value: Any) -> bool:
        return super().clean(value) == ["yes"]


class YesNoField(OptionsField):
    """Yes or no, in the words Welsh answers this question with; stored as a bool."""

    empty_answer = None

    def __init__(
        self,
        *,
        label: Words,
        pair: str,
        yes_hint: Words = "",
        no_hint: Words = "",
        yes_reveals: tuple[str, ...] = (),
        no_reveals: tuple[str, ...] = (),
        inline: bool = True,
        **options: Any,
    ) -> None:
        (_true, yes), (_false, no) = yes_no_choices(pair)
        self.pair = pair
        inline = inline and not (yes_reveals or no_reveals or yes_hint or no_hint)
        super().__init__(
            label=label,
            choices=[
                Choice("yes", yes, yes_hint, yes_reveals),
                Choice("no", no, no_hint, no_reveals),
            ],
            widget=Radios(classes="govuk-radios--inline" if inline else ""),
            **options,
        )

    def chosen(self, value: Any) -> set[str]:
        if isinstance(value, bool):
            return {"yes" if value else "no"}
        return super().chosen(value)

    def clean(self, value: Any) -> bool | None:
        answer = super().clean(value)
        return answer == "yes" if answer else None
