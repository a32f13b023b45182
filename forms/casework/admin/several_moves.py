"""Move several cases at once, each by its own machine."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from forms.casework.admin.moving_forms import Moving, choice_of
from forms.casework.admin.several import SeveralView
from forms.casework.machine import Stage, Way
from forms.casework.together import Target, move_all, who_moves


class SeveralMovesForm(Moving):
    """Several cases on their way, or out."""

    def __init__(
        self, *args: Any, ways: Sequence[Way], exits: Sequence[Way], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.ways = {way.key: way for way in (*ways, *exits)}
        choices = [choice_of(w.key, w.name, w.stage) for w in ways]
        self.offer(
            [*choices, *_ways_out(exits)], [way.stage for way in self.ways.values()]
        )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        target = Target.of(data.get("to", ""))
        if way := self.ways.get(f"{target.what}.{target.key}"):
            self.check(way.stage)
        return data


class SeveralMovesView(SeveralView):
    """Say where to, see who moves and who cannot, do it."""

    template_name = "casework/admin/several_moves.html"

    @property
    def is_doing(self) -> bool:
        return self.request.POST.get("deed") == "do"

    @cached_property
    def stages(self) -> list[Stage]:
        """The stages to which at least one of the cases may go.

        When it is done they may have moved meanwhile: each case says so by itself.
        """
        if self.is_doing:
            return list(self.machine.stages)
        may = {key for case in self.cases for key in case.standing.to}
        return [stage for stage in self.machine.stages if stage.key in may]

    def ways(self) -> list[Way]:
        """Where at least one of them may go on.

        A stage that asks for facts is not among them: they are of one case each. A
        plain step is, where it means one stage for all of them.
        """
        open_ones = [s for s in self.stages if not self.machine.closes(s.key)]
        stages = [Way(f"stage.{s.key}", s.name, s) for s in open_ones if not s.asks]
        if self.shows_stages:
            return stages
        steps = [
            Way(f"step.{step.key}", step.name, meant[0])
            for step in self.machine.steps
            if (meant := self.meant_by(step.key)) and _may_be_said_of_all(meant)
        ]
        return [*steps, *(way for way in stages if way.stage.always)]

    def meant_by(self, step: str) -> list[Stage]:
        """The stages that a plain step means for these cases, each once."""
        keys = {case.machine.next_steps(case.stage).get(step) for case in self.cases}
        if self.is_doing and not keys - {None}:
            keys = {self.machine.stages_in(step)[0]}  # They have moved meanwhile.
        found = [stage for stage in self.machine.stages if stage.key in keys]
        return [stage for stage in found if not self.machine.closes(stage.key)]

    def exits(self) -> list[Way]:
        """The ways out of at least one of them."""
        closing = [s for s in self.stages if self.machine.closes(s.key) and not s.asks]
        return [Way(f"close.{s.key}", s.name, s) for s in closing]

    def make_form(self, data: Any = None, **options: Any) -> SeveralMovesForm:
        return SeveralMovesForm(data, ways=self.ways(), exits=self.exits(), **options)

    def begin(self, deed: str) -> SeveralMovesForm:
        names = SeveralMovesForm.base_fields
        said = self.request.POST
        return self.make_form(initial={name: said.get(name, "") for name in names})

    def compose(self, form: SeveralMovesForm) -> HttpResponse:
        self.log_shown()
        return self.render_to_response(self.get_context_data(form=form))

    def preview(self, form: SeveralMovesForm) -> HttpResponse:
        self.log_shown()
        target = Target.of(form.cleaned_data["to"])
        return self.render_to_response(
            self.get_context_data(
                form=form,
                is_preview=True,
                target=target.name(self.machine),
                outcome=who_moves(self.cases, target, self.machine),
            )
        )

    def do(self, form: SeveralMovesForm) -> HttpResponse:
        said = form.cleaned_data
        outcome = move_all(
            cases=self.cases,
            target=Target.of(said["to"]),
            seen=self.seen(),
            by=self.request.user,
            why=said["why"],
            until=said.get("until"),
        )
        return self.told(outcome, _("Cases moved: %(count)d."))

    def seen(self) -> dict[int, str]:
        """At which stage the preview showed each case."""
        pairs = (text.partition(".") for text in self.request.POST.getlist("seen"))
        return {int(pk[:18]): stage for pk, _dot, stage in pairs if pk.isdecimal()}

    def get_page_title(self) -> str:
        return _("Move several cases")


def _may_be_said_of_all(stages: Sequence[Stage]) -> bool:
    """Whether one reason and one day fit whichever of these stages a case takes."""
    if any(stage.asks for stage in stages):
        return False
    return len(stages) == 1 or not any(s.reasons or s.dated for s in stages)


def _ways_out(exits: Sequence[Way]) -> list[Any]:
    """The reasons of each stage that closes, always under a name of their own."""
    found = [choice_of(way.key, way.name, way.stage) for way in exits]
    if len(found) == 1 and not isinstance(found[0][1], list):
        return [(found[0][1], found)]
    return found
