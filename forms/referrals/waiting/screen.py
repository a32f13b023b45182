"""The screen of the waiting list. It names nobody, so that it can go to a meeting."""

from typing import Any

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.language.counting import counted
from forms.casework.admin import InInbox
from forms.referrals.stages import MACHINE
from forms.referrals.waiting.queries import Band, bands, everyone, waiting_list


class WaitingListView(InInbox, WagtailAdminTemplateMixin, TemplateView):
    """Who waits, the longest first, and everyone who was referred, counted."""

    template_name = "referrals/admin/waiting.html"
    http_method_names = ["get", "head", "options"]

    def get_page_title(self) -> str:
        return _("Waiting list")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            {"url": self.url("index"), "label": self.inbox.title},
            {"url": "", "label": self.get_page_title()},
        ]

    @cached_property
    def today(self) -> Any:
        """The day on which the list is looked at."""
        return timezone.localdate()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        waiting = waiting_list(self.site, self.today)
        ended = everyone(self.site)
        context["today"] = self.today
        context["waiting"] = [
            {"url": self.url("case", waits.case.pk), "waits": waits}
            for waits in waiting
        ]
        context["bands"] = [(_words(band), band.number) for band in bands(waiting)]
        context["everyone"] = [
            (MACHINE.stage_name(key), number) for key, number in ended.items()
        ]
        context["all"] = sum(ended.values())
        return context


def _words(band: Band) -> str:
    if band.until is None:
        return _("%(weeks)s or more") % {"weeks": counted(band.since, "wythnos")}
    until = counted(band.until, "wythnos")
    if band.since == 0:
        return _("Less than %(weeks)s") % {"weeks": until}
    words = {"since": counted(band.since, "wythnos"), "until": until}
    return _("%(since)s to less than %(until)s") % words
