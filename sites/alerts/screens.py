"""What staff see of alerts. Every view stands behind `SiteScoped`."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic

from cms.language.dates import long_date_and_time
from cms.theme.furniture import furniture_of
from sites.alerts.models import SIDES, Alert
from sites.alerts.shown import as_shown


class WhenColumn(Column):
    """Whether an alert is shown now, in plain words."""

    cell_template_name = "alerts/admin/named.html"

    def get_value(self, instance: Alert) -> str:
        return when(instance)


class WhereColumn(Column):
    """Who sees it, and whether it stands out."""

    cell_template_name = "alerts/admin/named.html"

    def get_value(self, instance: Alert) -> str:
        how = _with_what_lacks(instance)
        if not instance.site.profile.is_hub:
            return how
        return f"{instance.get_reach_display()} · {how}"


def _with_what_lacks(alert: Alert) -> str:
    how = str(alert.get_severity_display())
    if alert.translate_by is None:
        return how
    by = {"moment": long_date_and_time(alert.translate_by)}
    lacking = {
        "en": _("not in English yet: translate it by %(moment)s"),
        "cy": _("not in Welsh yet: translate it by %(moment)s"),
    }
    return f"{how} · {lacking[alert.lacks] % by}"


def heading(alert: Alert) -> str:
    """In the language of whoever looks."""
    return alert.words_in((get_language() or "en")[:2])["heading"]


def when(alert: Alert) -> str:
    """ "Shows now, until …", "Starts on …", "Ended on …"."""
    now = timezone.now()
    start, end = map(long_date_and_time, (alert.starts_at, alert.ends_at))
    if now < alert.starts_at:
        return _("Starts on %(moment)s") % {"moment": start}
    if now < alert.ends_at:
        return _("Shows now, until %(moment)s") % {"moment": end}
    return _("Ended on %(moment)s") % {"moment": end}


class AlertList(generic.IndexView):
    """The alerts of the host's site, those that end last first."""

    table_classname = "listing iv-stacked"

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("site__profile")


class OfItsSite:
    """A form of an alert. Only at the hub it asks which services show it."""

    preview_url_name = ""

    def get_form(self, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(*args, **kwargs)  # type: ignore[misc]  # a mixin
        form.instance.site = self.site  # type: ignore[attr-defined]  # SiteScoped's
        if not form.instance.site.profile.is_hub:
            form.fields.pop("reach")
        return form

    def get_context_data(self, **kwargs: Any) -> Any:
        return super().get_context_data(  # type: ignore[misc]  # a mixin
            preview_url_name=self.preview_url_name, **kwargs
        )


class NewAlert(OfItsSite, generic.CreateView):
    """A new alert."""


class ChangedAlert(OfItsSite, generic.EditView):
    """An alert, changed."""


class PreviewedAlert(OfItsSite, generic.CreateView):
    """What was typed, on a page as its reader meets it. Nothing is saved."""

    def save_instance(self) -> Any:
        raise NotImplementedError("A preview saves nothing.")

    def form_valid(self, form: Any) -> HttpResponse:
        asked = self.request.POST.get("preview", "")
        language = asked if asked in SIDES else SIDES[0]
        alert = form.save(commit=False)
        with override(language):
            here = {**furniture_of(self.request), "alerts": [as_shown(alert, language)]}
            return render(self.request, "alerts/preview.html", {"furniture": here})
