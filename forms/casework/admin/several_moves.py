"""Move several cases at once, each by its own machine."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from forms.casework.admin.forms import Moving, ways_out
from forms.casework.admin.several import SeveralView
from forms.casework.errors import DateMissing, DatePast
from forms.casework.machine import Stage
from forms.casework.together import Target, move_all, who_moves


class SeveralMovesForm(Moving):
    """Several cases on their way."""

    def __init__(
        self, *args: Any, places: list[Any], dated: list[Stage], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.dated = {stage.key for stage in dated}
        self.offer(places, dated)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        is_dated = Target.of(data.get("to", "")).key in self.dated
        day = data.get("until")
        if is_dated and day is None and "until" not in self.errors:
            self.add_error("until", str(DateMissing()))
        if is_dated and day is not None and day <= timezone.localdate():
            self.add_error("until", str(DatePast()))
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

    @property
    def open_stages(self) -> list[Stage]:
        return [s for s in self.stages if not self.machine.closes(s.key)]

    def places(self) -> list[Any]:
        """Where one may move at least one of them."""
        if self.shows_stages:
            found = [(f"stage.{s.key}", s.name) for s in self.open_stages]
        else:
            may = {k for c in self.cases for k in self.machine.next_steps(c.stage)}
            steps = [
                s
                for s in self.machine.steps
                if s.key in may or (self.is_doing and not s.closes)
            ]
            found = [(f"step.{s.key}", s.name) for s in steps]
        closing = [s for s in self.stages if self.machine.closes(s.key)]
        return [*found, *_grouped(ways_out(closing), closing)]

    def make_form(self, data: Any = None, **options: Any) -> SeveralMovesForm:
        dated = [s for s in self.open_stages if s.dated] if self.shows_stages else []
        return SeveralMovesForm(data, places=self.places(), dated=dated, **options)

    def begin(self, deed: str) -> SeveralMovesForm:
        names = SeveralMovesForm.base_fields
        said = self.request.POST
        return self.make_form(initial={name: said.get(name, "") for name in names})

    def compose(self, form: SeveralMovesForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form))

    def preview(self, form: SeveralMovesForm) -> HttpResponse:
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


def _grouped(ways: list[Any], closing: list[Stage]) -> list[Any]:
    """The ways out, their keys told apart from those of open stages."""
    found: list[Any] = []
    for key, name in ways:
        if isinstance(name, list):
            found.append((key, [(f"close.{k}", n) for k, n in name]))
        else:
            found.append((f"close.{key}", name))
    if len(closing) == 1 and found:
        return [(closing[0].name, found)]
    return found
