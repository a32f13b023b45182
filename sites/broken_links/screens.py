"""The screen of links that lead nowhere, and what is decided about each."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton
from wagtail.contrib.redirects.models import Redirect

from cms.admin.features.screens import Screen
from cms.admin.viewsets import allowed
from cms.language import slugify
from cms.spreadsheet import FILES, as_download
from sites.broken_links.checking import make_due, was_looked_at_lately
from sites.broken_links.collecting import collect_again
from sites.broken_links.missed import missed, write_down
from sites.broken_links.models import MissedPath, OutgoingLink
from sites.broken_links.outgoing import broken, shown
from sites.broken_links.tables import left_out_table, links_table, missed_table
from sites.broken_links.together import Together
from sites.downloads import download_buttons
from sites.upkeep.screens import may_look_after

A_PAGE = 50
OUT, MISSED, LEFT_OUT = "out", "in", "left"
KINDS_OF_ROW = {"missed": MissedPath, "link": OutgoingLink}
TABLES: dict[str, Any] = {
    OUT: links_table,
    MISSED: missed_table,
    LEFT_OUT: left_out_table,
}


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
        rows, links = missed(self.site), broken(self.site)
        left = Together(links.filter(is_left_out=True), rows.filter(is_left_out=True))
        return {
            OUT: (_("On your pages"), links.filter(is_left_out=False)),
            MISSED: (_("Asked for and not found"), rows.filter(is_left_out=False)),
            LEFT_OUT: (_("Left out"), left),
        }

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return download_buttons(f"{reverse('broken_links')}?show={self.asked}&export=")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        write_down(self.site)
        kind = request.GET.get("export", "")
        if kind in FILES:
            return self._file(kind)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Leave one out, show it again, or look again where it leads."""
        kind = "link" if "link" in request.POST else "missed"
        own = KINDS_OF_ROW[kind]._default_manager.filter(site=self.site)
        pk = request.POST.get(kind, "")
        can_be = pk.isdecimal() and len(pk) < 20
        row: Any = get_object_or_404(own, pk=pk if can_be else None)
        listed = OUT if kind == "link" else MISSED
        do = request.POST.get("do")
        if do == "again":
            self._look_again(row)
            return redirect(f"{reverse('broken_links')}?show={listed}")
        row.is_left_out = do == "leave"
        row.save(update_fields=["is_left_out"])
        messages.success(request, _said(kind, row.is_left_out))
        back = listed if row.is_left_out else LEFT_OUT
        return redirect(f"{reverse('broken_links')}?show={back}")

    def _look_again(self, row: Any) -> None:
        if not isinstance(row, OutgoingLink):
            raise Http404
        if not row.host:
            collect_again(row)
            said = _("We have looked again at the links to your own pages.")
        elif not settings.CHECK_LINKS:
            said = _("Links to other websites are not looked at here.")
        elif was_looked_at_lately(row):
            said = _("It was looked at within the last hour. Try again later.")
        else:
            make_due(row)
            said = _("We look again within a few minutes.")
        messages.success(self.request, said)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.choices[self.asked][1]
        page = Paginator(rows, A_PAGE).get_page(self.request.GET.get("p"))
        links = [row for row in page if isinstance(row, OutgoingLink)]
        return super().get_context_data(
            shown=page,
            links=shown(self.site, links),
            missed=[row for row in page if isinstance(row, MissedPath)],
            looks_outside=settings.CHECK_LINKS,
            asked=self.asked,
            choices=[
                (key, name, rows.count()) for key, (name, rows) in self.choices.items()
            ],
            may_redirect=allowed(self.request, Redirect, self.site),
            **kwargs,
        )

    def _file(self, kind: str) -> HttpResponse:
        name, rows = self.choices[self.asked]
        headings, cells = TABLES[self.asked](self.site, rows)
        title = _("Broken links")
        return as_download(
            kind,
            title=title,
            name=f"{slugify(title)}-{slugify(name)}",
            headings=headings,
            rows=cells,
        )


def _said(kind: str, is_left_out: bool) -> str:
    if not is_left_out:
        return _("It is listed again.")
    return pgettext("a link", "Left out.") if kind == "link" else _("Left out.")
