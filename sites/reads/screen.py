"""The screen of the log of reads, and its file for a spreadsheet."""

from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.widgets.button import HeaderButton

from cms.admin.features.screens import Screen
from cms.language import slugify
from cms.models import ReadLog
from cms.privacy import log_read
from cms.spreadsheet import as_csv
from sites.reads.log import OWN_KIND, Asked, may_read, readers_of, what

PER_PAGE = 50
EXPORTED = 10_000


class ReadsView(Screen):
    """Newest first; by person, record and day."""

    may_open = may_read
    header_icon = "view"
    template_name = "authorities/reads/reads.html"
    page_title = gettext_lazy("Who has read what")

    @cached_property
    def asked(self) -> Asked:
        return Asked.of(self.request.GET, self.site)

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        address = reverse("reads_csv")
        if self.asked.query:
            address += f"?{urlencode(self.asked.query)}"
        return [HeaderButton(_("Download as CSV"), url=address, icon_name="download")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.asked.rows(self.site)
        page: Page[ReadLog] = WagtailPaginator(rows, PER_PAGE).get_page(
            self.request.GET.get("p")
        )
        return super().get_context_data(
            people=readers_of(self.site),
            asked=self.asked,
            page_obj=page,
            reads=[(row, what(row)) for row in page.object_list],
            **kwargs,
        )


class ReadsCsvView(ReadsView):
    """The same as a spreadsheet; that it was taken is written into the log itself."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        rows = list(self.asked.rows(self.site)[:EXPORTED])
        log_read(
            site=self.site,
            user=request.user,
            kind=OWN_KIND,
            reference=self.asked.record,
            action="export",
            request=request,
            count=len(rows),
        )
        text = as_csv(_headings(), [_cells(row) for row in rows])
        answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
        name = slugify(_("reads"))
        answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
        return answer


def _headings() -> list[str]:
    return [
        _("When"),
        _("Who"),
        _("Email address"),
        pgettext("log of reads", "What"),
        _("Reference"),
        pgettext("log of reads", "How"),
        pgettext("log of reads", "How many"),
        _("Browser"),
        _("Network"),
    ]


def _cells(row: ReadLog) -> list[object]:
    return [
        timezone.localtime(row.at).strftime("%Y-%m-%d %H:%M"),
        str(row.user or ""),
        row.reader,
        str(what(row)),
        row.reference or row.listed.strip(),
        row.get_action_display(),
        row.count,
        row.browser,
        row.address,
    ]
