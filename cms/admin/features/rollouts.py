"""Begin a roll-out, and find those of before."""

from typing import Any

from django import forms
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import HeaderButton

from cms.activation import labels_on
from cms.admin.features.filters import SiteFilter
from cms.admin.features.rollout_form import RolloutForm
from cms.admin.features.screens import NetworkScreen
from cms.admin.roster import listed_sites
from cms.models import Rollout, RolloutSite
from cms.rollouts import plan_rollout
from cms.switching import name_of

SHOWN = 50
LEFT = Q(rows__state=RolloutSite.State.WAITING)


def begun() -> QuerySet[Rollout]:
    """Roll-outs that were started, newest first, and how many sites are done."""
    started = Rollout.objects.filter(started_at__isnull=False)
    counted = started.annotate(total=Count("rows"), done=Count("rows", filter=~LEFT))
    return counted.select_related("created_by").order_by("-started_at", "-pk")


class RolloutsView(NetworkScreen):
    """The roll-outs of before and those at work."""

    template_name = "cms/admin/features/rollouts.html"
    page_title = gettext_lazy("Roll-outs")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        new = reverse("cms_new_rollout")
        return [HeaderButton(_("Roll out a feature"), url=new, icon_name="plus")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = [(rollout, name_of(rollout.plugin)) for rollout in begun()[:SHOWN]]
        return super().get_context_data(rows=rows, **kwargs)


class NewRolloutView(NetworkScreen):
    """What, which way, where: leads to the dry run. Nothing is switched here."""

    template_name = "cms/admin/features/new_rollout.html"
    page_title = gettext_lazy("Roll out a feature")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._show(self._form(None))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self._form(request.POST)
        if not form.is_valid():
            return self._show(form)
        rollout = plan_rollout(
            label=form.cleaned_data["plugin"],
            turn_on=form.cleaned_data["turn"] == "on",
            sites=form.chosen,
            by=request.user,
        )
        return redirect("cms_rollout", rollout.pk)

    def _form(self, data: Any) -> RolloutForm:
        sites = listed_sites()
        chosen = SiteFilter(self.request.GET, sites=sites)
        on = labels_on([x.site for x in sites]) if chosen.is_filtering else {}
        filtered = chosen.among(sites, on) if chosen.is_filtering else None
        return RolloutForm(data, sites=sites, filtered=filtered, filter=chosen)

    def _show(self, form: forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form))
