"""Many services at once: which, what would be made, how far it is."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.admin.roster import reader
from cms.language.dates import long_date_and_time
from sites.models import Authority, ServiceBatch, ServiceBatchRow
from sites.provisioning.asking import PLACEHOLDER
from sites.provisioning.batches import dry_run, plan_batch, start_batch
from sites.wizard.forms import ManyForm
from sites.wizard.screens import WizardScreen

State = ServiceBatchRow.State
SHOWN = 20
ORDER = [State.FAILED, State.WAITING, State.MADE, State.UNCHANGED]


class ManyView(WizardScreen):
    """Asks which; leads to the plan. Nothing is made here."""

    template_name = "authorities/wizard/many.html"
    page_title = gettext_lazy("Create many services")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        domain = settings.SERVICE_DOMAIN
        usual = {"host": f"{PLACEHOLDER}.{domain}"} if domain else {}
        return self._show(ManyForm(without=_without(), initial=usual))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = ManyForm(request.POST, without=_without())
        if not form.is_valid():
            return self._show(form)
        nation, host = form.cleaned_data["which"], form.cleaned_data["host"]
        free = Authority.objects.current().filter(nation=nation, service=None)
        meant = free.in_order("en")
        batch = plan_batch(authorities=meant, host=host, by=request.user)
        return redirect("authorities_batch", batch.pk)

    def _show(self, form: forms.Form) -> HttpResponse:
        begun = ServiceBatch.objects.filter(started_at__isnull=False)
        batches = begun.annotate(total=Count("rows")).order_by("-started_at")[:SHOWN]
        context = self.get_context_data(form=form, batches=batches)
        return self.render_to_response(context)


def _without() -> dict[str, int]:
    """How many authorities of each nation have no service."""
    free = Authority.objects.current().filter(service=None)
    rows = free.order_by("-nation")
    return dict(rows.values_list("nation").annotate(Count("pk")))


class BatchView(WizardScreen):
    """The plan of a batch; once it is started, how far it is and what came of it."""

    above = [
        *WizardScreen.above,
        ("authorities_new_services", gettext_lazy("Create many services")),
    ]
    page_title = gettext_lazy("New services")

    @cached_property
    def batch(self) -> ServiceBatch:
        found = ServiceBatch.objects.select_related("created_by")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def get_template_names(self) -> list[str]:
        name = "progress" if self.batch.started_at else "plan"
        return [f"authorities/wizard/{name}.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = self._progress() if self.batch.started_at else self._plan()
        return super().get_context_data(batch=self.batch, **own, **kwargs)

    def _plan(self) -> dict[str, Any]:
        planned = dry_run(self.batch)
        return {
            "possible": [x for x in planned if x.new],
            "refused": [x for x in planned if x.reasons],
        }

    def _progress(self) -> dict[str, Any]:
        rows = list(self.batch.rows.select_related("authority__service__site"))
        left = sum(row.state == State.WAITING for row in rows)
        return {
            "groups": _groups(rows),
            "total": len(rows),
            "done": len(rows) - left,
            "face": "at-work" if left else "done",
            "begun": _begun(self.batch),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Start it, or throw the plan away; doing it twice does it once."""
        action = request.POST.get("action")
        if action == "forget" and not self.batch.started_at:
            self.batch.delete()
            return redirect("authorities_new_services")
        if action == "start":
            start_batch(batch=self.batch, by=request.user)
        return redirect("authorities_batch", self.batch.pk)


def _groups(rows: Iterable[ServiceBatchRow]) -> list[tuple[str, list[dict[str, Any]]]]:
    by_state: dict[State, list[dict[str, Any]]] = {state: [] for state in ORDER}
    language = reader()
    for row in rows:
        service = getattr(row.authority, "service", None)
        by_state[State(row.state)].append(
            {
                "name": row.authority.area_name(language),
                "slug": row.authority.slug if service else "",
                "why": row.why,
            }
        )
    return [(str(state.label), found) for state, found in by_state.items() if found]


def _begun(batch: ServiceBatch) -> str:
    when = long_date_and_time(batch.started_at) if batch.started_at else ""
    if batch.created_by is None:
        return _("Started %(when)s") % {"when": when}
    facts = {"who": batch.created_by, "when": when}
    return _("Started by %(who)s, %(when)s") % facts
