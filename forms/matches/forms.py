"""What staff say of a match: whom, on which day, and how it ended."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forms.casework.admin.moving_forms import Facts
from forms.casework.joining import Event
from forms.casework.machine import Stage
from forms.casework.models import Case
from forms.matches.models import Match
from forms.matches.queries import joins_of
from forms.matches.services import EVENTS, Afterwards


class SeenBoth(forms.Form):
    """At which stages the two cases stood when the screen was looked at."""

    seen_visitor = forms.CharField(max_length=30, widget=forms.HiddenInput)
    seen_child = forms.CharField(max_length=30, widget=forms.HiddenInput)

    def seen(self, match: Match) -> dict[int, str]:
        """The stages by their cases."""
        return {
            match.volunteer_id: self.cleaned_data["seen_visitor"],
            match.request_id: self.cleaned_data["seen_child"],
        }


def seen_of(match: Match) -> dict[str, str]:
    """What such a form begins with."""
    return {
        "seen_visitor": match.volunteer.stage,
        "seen_child": match.request.stage,
    }


def day_field(label: Any) -> forms.DateField:
    """A day that has come."""
    return forms.DateField(
        label=label,
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Choose the day."),
            "invalid": _("Write a day, as 3/5/2027."),
        },
    )


class IntroduceForm(forms.Form):
    """Who is introduced to whom. Each choice keeps the stage at which it was seen."""

    seen = forms.CharField(max_length=30, widget=forms.HiddenInput)
    other = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one."),
            "invalid_choice": _("That one has moved on. Look at the list again."),
        },
    )
    on = day_field(_("Introduced on"))

    def __init__(
        self, *args: Any, label: str, choices: Iterable[tuple[Case, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        named = [(case, f"{case.pk}.{case.stage}", words) for case, words in choices]
        self.cases = {value: case for case, value, _words in named}
        field = cast(forms.ChoiceField, self.fields["other"])
        field.label = label
        field.choices = [(value, words) for _case, value, words in named]

    @property
    def chosen(self) -> Case:
        """The case of the other side."""
        return self.cases[self.cleaned_data["other"]]


class AppointForm(SeenBoth):
    """When the visitor was appointed in writing."""

    on = day_field(_("Appointed in writing on"))


class Leading(Facts):
    """What the stages ask to which a request goes: why it waits, a day, who decided."""

    waits = forms.ChoiceField(
        required=False,
        widget=forms.RadioSelect,
        label=_("Why does the request wait from now on?"),
    )

    def lead_to(self, targets: Mapping[str, Stage | None]) -> None:
        """Ask what these stages ask, each the one to which a reason of the law leads.

        One that knows that reason itself is not asked for another.
        """
        stages = {stage.key: stage for stage in targets.values() if stage}
        self.ask([*stages.values()])
        self.asking = {
            stage.key: stage
            for why, stage in targets.items()
            if stage and stage.reasons and why not in {r.key for r in stage.reasons}
        }
        if not self.asking:
            del self.fields["waits"]
            return
        reasons = {r.key: r.name for s in self.asking.values() for r in s.reasons}
        cast(forms.ChoiceField, self.fields["waits"]).choices = [*reasons.items()]

    def check_all(self, stage: Stage) -> None:
        """Say beside the field what this stage asks and nobody has said."""
        self.check(stage)
        if stage.key in self.asking and not self.cleaned_data.get("waits"):
            self.add_error("waits", gettext("Choose why."))

    def afterwards(self, stage: Stage | None) -> Afterwards:
        """What was said of this stage; of a request that does not move, nothing."""
        if stage is None:
            return Afterwards()
        said = self.said(stage)
        reason = self.cleaned_data.get("waits", "") if stage.key in self.asking else ""
        return Afterwards(reason=reason, until=said["until"], facts=said["facts"])


class EndForm(Leading, SeenBoth):
    """How an appointment ended, and what becomes of the request."""

    reason = forms.ChoiceField(
        label=_("How did the appointment end?"),
        choices=Match.Reason,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the appointment ended.")},
    )
    on = day_field(_("Ended on"))

    def __init__(self, data: Any = None, *, match: Match, **kwargs: Any) -> None:
        super().__init__(data, initial=seen_of(match), **kwargs)
        self.targets = {
            reason.value: target(match, event) for reason, event in EVENTS.items()
        }
        self.lead_to(self.targets)
        if waits := self.fields.get("waits"):
            waits.help_text = gettext("Only where the request goes on.")
        self.order_fields(["reason", "on", "waits"])

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if stage := self.stage:
            self.check_all(stage)
        return data

    @property
    def stage(self) -> Stage | None:
        """To which stage the request goes; None where it stays, or nothing is said."""
        reason = self.cleaned_data.get("reason")
        return self.targets[reason] if reason else None


class UndoForm(Leading, SeenBoth):
    """Why the request waits again."""

    def __init__(self, data: Any = None, *, match: Match, **kwargs: Any) -> None:
        super().__init__(data, initial=seen_of(match), **kwargs)
        self.stage = target(match, Event.UNDONE)
        self.lead_to({"": self.stage})

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if self.stage:
            self.check_all(self.stage)
        return data


def target(match: Match, event: Event) -> Stage | None:
    """To which stage an end moves the request; None where it stays where it is."""
    joins = joins_of(match.request)
    if joins is None or match.request.stage not in joins.held:
        return None
    to = joins.after(event)
    return None if to == match.request.stage else match.request.machine.stage(to)
