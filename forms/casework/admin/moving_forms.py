"""The forms that move one case or several, and ask what the stages there ask."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forms.casework.errors import DateMissing, DatePast
from forms.casework.machine import Stage, Way


class Seen(forms.Form):
    """A form that remembers at which stage its reader saw the case."""

    seen = forms.ChoiceField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, stages: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(key, key) for key in stages]
        cast(forms.ChoiceField, self.fields["seen"]).choices = choices


class Facts(forms.Form):
    """What some stages ask of whoever moves a case there: a day, and facts in words."""

    until = forms.DateField(
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write a day, as 3/5/2027.")},
    )

    def ask(self, stages: Sequence[Stage]) -> None:
        """Ask what these stages ask; where there are several, it says for which."""
        dated = [stage for stage in stages if stage.dated]
        if dated:
            words = gettext("On which day to come back to it (only for “%(stage)s”)")
            names = ", ".join(str(stage.name) for stage in dated)
            self.fields["until"].label = words % {"stage": names}
        else:
            del self.fields["until"]
        for stage in stages:
            for name, label in self._questions(stage).items():
                words = gettext("%(question)s (only for “%(stage)s”)")
                facts = {"question": label, "stage": stage.name}
                self.fields[name] = forms.CharField(
                    label=words % facts if len(stages) > 1 else str(label),
                    required=False,
                    max_length=200,
                    widget=forms.TextInput(attrs={"autocomplete": "off"}),
                )

    def check(self, stage: Stage) -> None:
        """Say beside the field what this stage asks and nobody has said."""
        day = self.cleaned_data.get("until")
        if stage.dated and "until" not in self.errors:
            if day is None:
                self.add_error("until", str(DateMissing()))
            elif day <= timezone.localdate():
                self.add_error("until", str(DatePast()))
        for name in self._questions(stage):
            if not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, gettext("Write this, too."))

    def said(self, stage: Stage) -> dict[str, Any]:
        """What was said of this stage, as move_case takes it."""
        facts = {
            ask.key: self.cleaned_data.get(name, "")
            for ask, name in zip(stage.asks, self._questions(stage), strict=True)
        }
        return {"until": self.cleaned_data.get("until"), "facts": facts}

    def _questions(self, stage: Stage) -> dict[str, Any]:
        return {f"{stage.key}_{ask.key}": ask.label for ask in stage.asks}


class Moving(Facts):
    """To which stage or step, and why; and what is asked there."""

    to = forms.ChoiceField(
        label=_("Move on to"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a stage."),
            "invalid_choice": _("The case cannot move there from where it stands now."),
        },
    )
    why = forms.CharField(
        label=_("Why (you may leave this empty)"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def offer(
        self, choices: Sequence[tuple[Any, Any]], stages: Sequence[Stage]
    ) -> None:
        """Let one of these be chosen; ask what the stages behind them ask."""
        cast(forms.ChoiceField, self.fields["to"]).choices = choices
        self.ask(stages)
        names = [name for name in self.fields if name not in ("to", "why")]
        self.order_fields(["to", *names, "why"])


class MoveForm(Moving, Seen):
    """One case on its way."""

    def __init__(self, *args: Any, ways: Sequence[Way], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ways = {way.key: way for way in ways}
        self.offer([choice_of(w.key, w.name, w.stage) for w in ways], _stages(ways))
        if len(ways) == 1 and not ways[0].stage.reasons:
            self.initial["to"] = ways[0].key

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("to"):
            self.check(self.way.stage)
        return data

    @property
    def way(self) -> Way:
        """The way chosen."""
        return self.ways[self.cleaned_data["to"].partition(".")[0]]

    @property
    def reason(self) -> str:
        """The reason chosen with it; empty where there is none to choose."""
        return str(self.cleaned_data["to"].partition(".")[2])


class CloseForm(Facts, Seen):
    """Why the case is closed: a stage that closes it, with one of its reasons."""

    reason = forms.ChoiceField(
        label=_("Why are you closing it?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why you are closing the case.")},
    )
    why = forms.CharField(
        label=_("In your own words (you may leave this empty)"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, exits: Sequence[Stage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.exits = {stage.key: stage for stage in exits}
        field = cast(forms.ChoiceField, self.fields["reason"])
        field.choices = ways_out(exits)
        self.ask(exits)
        names = [name for name in self.fields if name not in ("reason", "why")]
        self.order_fields(["reason", *names, "why"])

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("reason"):
            self.check(self.exits[self.exit[0]])
        return data

    @property
    def exit(self) -> tuple[str, str]:
        """The stage chosen, and its reason; empty where that stage has none."""
        stage, _dot, reason = self.cleaned_data["reason"].partition(".")
        return stage, reason


def ways_out(exits: Sequence[Stage]) -> list[Any]:
    """The reasons of each stage, under its name where there are several stages."""
    found = [choice_of(stage.key, stage.name, stage) for stage in exits]
    if len(found) == 1 and isinstance(found[0][1], list):
        return list(found[0][1])
    return found


def choice_of(value: str, name: Any, stage: Stage) -> tuple[Any, Any]:
    """A stage to choose; where it has reasons, each of them under its name."""
    if not stage.reasons:
        return value, name
    return name, [(f"{value}.{reason.key}", reason.name) for reason in stage.reasons]


def _stages(ways: Iterable[Way]) -> list[Stage]:
    return [way.stage for way in ways]
