"""The log as staff see it: counts, lines, a file. No child is named anywhere."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from cms.admin import SiteScoped
from cms.language import slugify, yes_no_word
from cms.privacy import log_list
from cms.retention import erase
from cms.spreadsheet import FILES, as_download
from forms.referrals.offering.counting import (
    Quarter,
    by_quarter,
    in_twelve_months,
    since_words,
)
from forms.referrals.offering.forms import month_name
from forms.referrals.offering.models import OfferLink, OfferRecord

SHOWN = 50
TITLE = gettext_lazy("Log of offers")


class OfOffers(SiteScoped, WagtailAdminTemplateMixin, TemplateView):
    """A screen about the log of the host's service."""

    viewset: Any = None
    model: Any = OfferRecord
    page_title: Any = TITLE
    _show_breadcrumbs = True

    def url(self, name: str, *args: Any) -> str:
        """The address of another of these screens, such as “offer_links:index”."""
        return reverse(name, args=args)

    def log_officers(self, links: Iterable[OfferLink]) -> None:
        """Record that the person has seen who these officers are."""
        log_list(
            site=self.site,
            kind="referrals",
            references=dict.fromkeys(link.reference for link in links),
            request=self.request,
        )

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        log = {"url": self.url("offer_log:index"), "label": TITLE}
        here = {"url": "", "label": self.get_page_title()}
        items = list(WagtailAdminTemplateMixin.breadcrumbs_items)
        return [*items, log] if self.page_title is TITLE else [*items, log, here]


class Chosen(OfOffers):
    """The lines that the address asks for: of one quarter, or all."""

    @cached_property
    def quarter(self) -> Quarter | None:
        """The quarter that is asked for; 404 for one that is none."""
        said = self.request.GET.get("quarter", "")
        quarter = Quarter.from_text(said)
        if said and quarter is None:
            raise Http404
        return quarter

    def records(self) -> Any:
        """They, newest first."""
        rows = OfferRecord.objects.filter(site=self.site)
        return self.quarter.of(rows) if self.quarter else rows


class LogView(Chosen):
    """How many, by quarter and in twelve months, then line by line."""

    template_name = "referrals/offering/admin/log.html"
    http_method_names = ["get", "head", "options"]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        url = self.url("offer_links:index")
        return [HeaderButton(_("Reviewing officers"), url=url, icon_name="group")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.records().select_related("link")
        page = Paginator(rows, SHOWN).get_page(self.request.GET.get("p"))
        self.log_officers(r.link for r in page.object_list if r.link)
        language = (get_language() or "en")[:2]
        return {
            **super().get_context_data(**kwargs),
            "heads": heads(),
            "since": since_words(timezone.localdate()),
            "twelve": numbers(in_twelve_months(self.site)),
            "quarters": [
                (quarter.key, quarter.name_in(language), numbers(counts))
                for quarter, counts in by_quarter(self.site)
            ],
            "quarter": self.quarter,
            "quarter_name": self.quarter.name_in(language) if self.quarter else "",
            "page": page,
            "lines": [
                {
                    "cells": list(zip(headings(), words(record), strict=True)),
                    "by": record.link.name if record.link else "",
                    "url": self.url("offer_log:delete", record.pk),
                }
                for record in page.object_list
            ],
            "export_url": self.url("offer_log:export"),
        }


class ExportView(Chosen):
    """The lines as a file, without who noted them."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        file = request.GET.get("file", "csv")
        if file not in FILES:
            raise Http404
        rows = [words(record) for record in self.records()]
        day = self.quarter.key if self.quarter else timezone.localdate().isoformat()
        title = str(TITLE)
        name = f"{slugify(title)}-{day}"
        return as_download(file, title=title, name=name, headings=headings(), rows=rows)


class DeleteView(OfOffers):
    """Ask once, then delete a line that was entered by mistake."""

    page_title = gettext_lazy("Delete this line?")
    template_name = "referrals/offering/admin/delete.html"
    http_method_names = ["get", "post", "head", "options"]

    @cached_property
    def record(self) -> OfferRecord:
        """The line; 404 for another service's."""
        return get_object_or_404(OfferRecord, pk=self.kwargs["pk"], site=self.site)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "cells": list(zip(headings(), words(self.record), strict=True)),
            "back_url": self.url("offer_log:index"),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        erase(self.record)
        messages.success(request, _("The line is deleted."))
        return redirect("offer_log:index")


def headings() -> list[str]:
    """What the cells of a line are."""
    return [
        _("Considered on"),
        pgettext("log of offers", "Explained"),
        pgettext("log of offers", "Offered"),
        _("What the child says"),
        pgettext("of a child", "Age"),
        _("Next review"),
    ]


def words(record: OfferRecord) -> list[Any]:
    """A line in words; its day as a day, for spreadsheets sort by it."""
    return [
        record.considered_on,
        yes_no_word("do", True) if record.explained else _("Not yet"),
        yes_no_word("do", record.offered),
        record.get_answer_display(),
        record.get_age_band_display(),
        month_name(record.next_review) if record.next_review else "",
    ]


def heads() -> list[str]:
    """What is counted, in the order of `numbers`."""
    return [
        pgettext("log of offers, of children", "Considered"),
        pgettext("log of offers", "Explained"),
        pgettext("log of offers", "Offered"),
        *(str(answer.label) for answer in OfferRecord.Answer),
    ]


def numbers(counts: dict[str, int]) -> list[tuple[str, int]]:
    """The counts, each with what it counts."""
    return list(zip(heads(), counts.values(), strict=True))
