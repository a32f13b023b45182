"""The screen of links that lead nowhere, and what is decided about each."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton
from wagtail.contrib.redirects.models import Redirect

from cms.admin.features.screens import Screen
from cms.admin.viewsets import allowed
from cms.language import slugify
from cms.spreadsheet import XLSX, as_csv, as_xlsx
from sites.broken_links.missed import missed, write_down
from sites.broken_links.models import MissedPath
from sites.broken_links.tables import missed_table
from sites.upkeep.screens import may_look_after

A_PAGE = 50
KINDS = {"csv": "text/csv; charset=utf-8", "xlsx": XLSX}
MISSED, LEFT_OUT = "in", "left"


class BrokenLinksScreen(Screen):
    """Those of the host's site. Another site's rows are 404."""

    template_name = "broken_links/list.html"
    page_title = gettext_lazy("Broken links")
    header_icon = "link"
    may_open = may_look_after

    @property
    def asked(self) -> str:
        """Which of them were asked for; anything unknown asks for the first."""
        asked = self.request.GET.get("show", "")
        return asked if asked in self.choices else next(iter(self.choices))

    @cached_property
    def choices(self) -> dict[str, tuple[str, Any]]:
        """What may be asked for: its name, and the rows."""
        rows = missed(self.site)
        return {
            MISSED: (_("Asked for and not found"), rows.filter(is_left_out=False)),
            LEFT_OUT: (_("Left out"), rows.filter(is_left_out=True)),
        }

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        address = f"{reverse('broken_links')}?show={self.asked}&export="
        return [
            HeaderButton(_("Download as CSV"), f"{address}csv", icon_name="download"),
            HeaderButton(
                _("Download as a workbook"), f"{address}xlsx", icon_name="download"
            ),
        ]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        write_down(self.site)
        kind = request.GET.get("export", "")
        if kind in KINDS:
            return self._file(kind)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Leave one out, or show it again."""
        pk = request.POST.get("missed", "")
        own = MissedPath.objects.filter(site=self.site)
        row = get_object_or_404(own, pk=pk if pk.isdecimal() else None)
        row.is_left_out = request.POST.get("do") == "leave"
        row.save(update_fields=["is_left_out"])
        messages.success(
            request, _("Left out.") if row.is_left_out else _("It is listed again.")
        )
        back = LEFT_OUT if not row.is_left_out else MISSED
        return redirect(f"{reverse('broken_links')}?show={back}")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = Paginator(self.choices[self.asked][1], A_PAGE)
        return super().get_context_data(
            shown=shown.get_page(self.request.GET.get("p")),
            asked=self.asked,
            choices=[
                (key, name, rows.count()) for key, (name, rows) in self.choices.items()
            ],
            may_redirect=allowed(self.request, Redirect, self.site),
            **kwargs,
        )

    def _file(self, kind: str) -> HttpResponse:
        name, rows = self.choices[self.asked]
        headings, cells = missed_table(self.site, rows)
        data = (
            as_csv(headings, cells)
            if kind == "csv"
            else as_xlsx(_("Broken links"), headings, cells)
        )
        file = f"{slugify(_('Broken links'))}-{slugify(name)}.{kind}"
        return HttpResponse(
            data,
            content_type=KINDS[kind],
            headers={
                "Content-Disposition": f'attachment; filename="{file}"',
                "Cache-Control": "no-store",
            },
        )
