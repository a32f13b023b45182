"""One roll-out: its dry run, then how far it is, then what came of every site."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from cms.admin.features.outcomes import State, expected_outcomes, real_outcomes
from cms.admin.features.screens import NetworkScreen
from cms.language.dates import long_date_and_time
from cms.models import Rollout
from cms.rollouts import start, stop
from cms.switching import name_of

PLANNED, AT_WORK, STOPPED, DONE = "planned", "at-work", "stopped", "done"


class RolloutView(NetworkScreen):
    """Shows it, starts it once, stops it, throws a plan away."""

    above = [*NetworkScreen.above, ("cms_rollouts", gettext_lazy("Roll-outs"))]

    @cached_property
    def rollout(self) -> Rollout:
        found = Rollout.objects.select_related("created_by", "stopped_by")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        turn_on = self.rollout.turn_on
        words = _("Switch on %(plugin)s") if turn_on else _("Switch off %(plugin)s")
        return words % {"plugin": name_of(self.rollout.plugin)}

    def get_template_names(self) -> list[str]:
        name = "progress" if self.rollout.started_at else "dry_run"
        return [f"cms/admin/features/{name}.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = self._progress() if self.rollout.started_at else self._dry_run()
        return super().get_context_data(rollout=self.rollout, **own, **kwargs)

    def _dry_run(self) -> dict[str, Any]:
        outcomes = expected_outcomes(self.rollout)
        change = [x for x in outcomes if x.state == State.SWITCHED]
        count = sum(len(outcome.sites) for outcome in change)
        return {"outcomes": outcomes, "changes": count, "headline": _headline(count)}

    def _progress(self) -> dict[str, Any]:
        rows = list(self.rollout.rows.select_related("site"))
        for row in rows:
            row.rollout = self.rollout
        left = sum(row.state == State.WAITING for row in rows)
        return {
            "outcomes": real_outcomes(self.rollout, rows),
            "total": len(rows),
            "done": len(rows) - left,
            "face": _face(self.rollout, left),
            "begun": _begun(self.rollout),
            "ended": _ended(self.rollout),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Start, stop or throw away; doing it twice does it once."""
        action = request.POST.get("action")
        if action == "forget" and not self.rollout.started_at:
            self.rollout.delete()
            messages.success(request, _("Nothing was switched."))
            return redirect("cms_feature_grid")
        if action == "start":
            start(rollout=self.rollout, by=request.user)
        if action == "stop":
            stop(rollout=self.rollout, by=request.user)
        return redirect("cms_rollout", self.rollout.pk)


def _face(rollout: Rollout, left: int) -> str:
    if left:
        return AT_WORK
    return STOPPED if rollout.stopped_at else DONE


def _headline(count: int) -> str:
    if not count:
        return _("A dry run: nothing would change.")
    words = ngettext(
        "A dry run: nothing is switched yet. %(count)d site would change.",
        "A dry run: nothing is switched yet. %(count)d sites would change.",
        count,
    )
    return words % {"count": count}


def _begun(rollout: Rollout) -> str:
    when = long_date_and_time(rollout.started_at) if rollout.started_at else ""
    if rollout.created_by is None:
        return _("Started %(when)s") % {"when": when}
    facts = {"who": rollout.created_by, "when": when}
    return _("Started by %(who)s, %(when)s") % facts


def _ended(rollout: Rollout) -> str:
    if rollout.stopped_at is None:
        return ""
    when = long_date_and_time(rollout.stopped_at)
    if rollout.stopped_by is None:
        return _("Stopped %(when)s") % {"when": when}
    facts = {"who": rollout.stopped_by, "when": when}
    return _("Stopped by %(who)s, %(when)s") % facts
