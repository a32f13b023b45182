"""What staff see of campaigns. Every view stands behind `SiteScoped`."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import HeaderButton

from cms.admin import SiteScoped
from cms.language.dates import plain_date
from cms.models import ThemeSettings
from cms.spreadsheet import as_csv
from forms.applications.campaigns.counting import (
    Period,
    Tally,
    is_used,
    step_names,
    tallies,
)
from forms.applications.campaigns.models import NOT_PLAIN, Campaign
from forms.applications.campaigns.sheets import halves_of
from sites.models import Service

SHEETS = {"poster": 1, "cards": 4}
"""How many of each stand on a sheet of A4."""


class NamedColumn(Column):
    """A value that says on a phone what it is: there the heads of columns are gone."""

    cell_template_name = "applications/campaigns/named.html"


class DayColumn(NamedColumn):
    """A day as a date; how long ago it was says nothing of one that is to come."""

    def get_value(self, instance: Campaign) -> str:
        day = super().get_value(instance)
        return plain_date(day) if day else ""


class PapersColumn(Column):
    """Links to what can be printed of a campaign."""

    cell_template_name = "applications/campaigns/papers.html"

    def __init__(self, name: str, *, viewset: Any, **options: Any) -> None:
        super().__init__(name, accessor=lambda campaign: campaign, **options)
        self.viewset = viewset

    def get_cell_context_data(
        self, instance: Campaign, parent_context: Any
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(
            instance, parent_context
        )
        names = {paper: self.viewset.get_url_name(paper) for paper in SHEETS}
        urls = {
            paper: reverse(name, args=[instance.pk]) for paper, name in names.items()
        }
        return {**context, "campaign": instance, "urls": urls}


class CampaignList(generic.IndexView):
    """The campaigns, and the way to how many came."""

    table_classname = "listing iv-stacked"
    counts_url_name = ""

    @property
    def header_buttons(self) -> list[Any]:
        label, url = _("How many came"), reverse(self.counts_url_name)
        counts = HeaderButton(label, url=url, icon_name="table", priority=20)
        return [*super().header_buttons, counts]


class OfItsSite:
    """A form of a campaign: its code is judged among those of its own service."""

    def get_form(self, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(*args, **kwargs)  # type: ignore[misc]  # a mixin
        form.instance.site = self.site  # type: ignore[attr-defined]  # SiteScoped's
        code = form.fields["code"]
        code.error_messages["invalid"] = NOT_PLAIN
        code.disabled = form.instance.pk is not None  # It hangs on walls.
        return form


class NewCampaign(OfItsSite, generic.CreateView):
    """A new campaign."""


class ChangedCampaign(OfItsSite, generic.EditView):
    """A campaign, changed or archived."""


class DeletedCampaign(generic.DeleteView):
    """One from which nobody came; of any other the numbers would lose their name."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if is_used(self.object):
            words = _("People came from this campaign. Archive it instead.")
            messages.error(request, words)
            return redirect(self.edit_url_name, self.object.pk)
        return super().dispatch(request, *args, **kwargs)


class SheetView(SiteScoped, TemplateView):
    """A poster, or a sheet of cards, to be printed by the browser."""

    model = Campaign
    paper = "poster"
    index_url_name = ""
    template_name = "applications/campaigns/sheet.html"
    http_method_names = ["get", "head", "options"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        campaign = get_object_or_404(Campaign, pk=kwargs["pk"], site=self.site)
        return super().get_context_data(
            campaign=campaign,
            paper=self.paper,
            copies=range(SHEETS[self.paper]),
            halves=halves_of(campaign),
            service=Service.for_site(self.site),
            theme=ThemeSettings.of(self.site),
            back_url=reverse(self.index_url_name),
            **kwargs,
        )


class PeriodForm(forms.Form):
    """From which day to which; both may be left open."""

    first = forms.DateField(
        label=gettext_lazy("First day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    last = forms.DateField(
        label=gettext_lazy("Last day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean(self) -> dict[str, Any]:
        days: dict[str, Any] = super().clean() or {}
        if days.get("first") and days.get("last") and days["last"] < days["first"]:
            self.add_error("last", _("The last day comes before the first."))
        return days


class Counting(SiteScoped):
    """Counts within the period that the address asks for, or all where it is none."""

    model = Campaign
    request: HttpRequest

    def counted(self) -> tuple[PeriodForm, list[Tally]]:
        form = PeriodForm(self.request.GET)
        period = Period(**form.cleaned_data) if form.is_valid() else Period()
        return form, tallies(self.site, period)


class CountsView(Counting, WagtailAdminTemplateMixin, TemplateView):
    """How many came from each campaign: begun, sent, and where those stand."""

    template_name = "applications/campaigns/counts.html"
    page_title = gettext_lazy("How many came")
    header_icon = "table"
    index_url_name = ""
    export_url_name = ""
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        listed = {"url": reverse(self.index_url_name), "label": _("Recruiting")}
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), listed, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form, lines = self.counted()
        return super().get_context_data(
            form=form,
            lines=lines,
            step_names=step_names(),
            query=self.request.GET.urlencode(),
            export_url_name=self.export_url_name,
            **kwargs,
        )


class ExportView(Counting, TemplateView):
    """The same as CSV."""

    counts_url_name = ""
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form, lines = self.counted()
        if not form.is_valid():  # Said there; all numbers would be taken for it.
            return redirect(
                f"{reverse(self.counts_url_name)}?{request.GET.urlencode()}"
            )
        begun, sent = _("Begun, not sent yet"), _("Sent")
        headings = [_("Name"), _("Code"), begun, sent, *step_names()]
        rows = [[t.name, t.code, t.begun, t.sent, *t.steps] for t in lines]
        name = f"campaigns-{timezone.localdate().isoformat()}.csv"
        return HttpResponse(
            as_csv(headings, rows),
            content_type="text/csv; charset=utf-8",
            headers={
                "Content-Disposition": f'attachment; filename="{name}"',
                "Cache-Control": "no-store",
            },
        )
