"""The report of pages: what is overdue, what nobody looks after; as a table too."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail.admin.widgets.button import HeaderButton

from cms.admin.features.screens import Screen
from cms.language import slugify
from cms.spreadsheet import FILES, as_download
from sites.downloads import download_buttons
from sites.upkeep.looking import LookedAfter, State, looked_after
from sites.upkeep.screens import may_look_after
from sites.upkeep.week import waiting_drafts

A_PAGE = 50


class ReviewsScreen(Screen):
    """The published pages of the host's site, the most urgent first."""

    template_name = "upkeep/reviews.html"
    page_title = gettext_lazy("Pages to review")
    header_icon = "calendar-check"
    may_open = may_look_after

    @cached_property
    def everything(self) -> list[LookedAfter]:
        """All of them, read once."""
        return looked_after(self.site)

    @property
    def asked(self) -> str:
        """Which of them were asked for; anything unknown asks for what is due."""
        asked = self.request.GET.get("show", "")
        return asked if asked in self.choices() else "due"

    def choices(self) -> dict[str, tuple[str, list[LookedAfter]]]:
        """What may be asked for: its name, and the pages."""
        every = self.everything
        mine = [one for one in every if one.owner == self.request.user]
        return {
            "due": (_("To review now"), [one for one in every if one.is_due]),
            "mine": (pgettext("pages", "Mine"), mine),
            "old": (
                _("Not changed for a year"),
                [one for one in every if one.state == State.OLD],
            ),
            "nobody": (
                _("Nobody looks after them"),
                [one for one in every if one.owner is None],
            ),
            "all": (pgettext("pages", "All"), every),
        }

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return download_buttons(f"{reverse('page_reviews')}?show={self.asked}&export=")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        kind = request.GET.get("export", "")
        if kind in FILES:
            return self._file(kind)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        choices = self.choices()
        rows = choices[self.asked][1]
        return super().get_context_data(
            shown=Paginator(rows, A_PAGE).get_page(self.request.GET.get("p")),
            asked=self.asked,
            choices=[(key, name, len(found)) for key, (name, found) in choices.items()],
            **kwargs,
        )

    def _file(self, kind: str) -> HttpResponse:
        rows = [_cells(one) for one in self.choices()[self.asked][1]]
        title = _("Pages to review")
        return as_download(
            kind, title=title, name=slugify(title), headings=_headings(), rows=rows
        )


class DraftsScreen(Screen):
    """What was begun and not published."""

    template_name = "upkeep/drafts.html"
    page_title = gettext_lazy("Drafts that wait")
    header_icon = "edit"
    may_open = may_look_after

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        drafts = waiting_drafts(self.site).select_related("locale")
        shown = Paginator(drafts, A_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(shown=shown, **kwargs)


def _headings() -> list[str]:
    return [
        *(_("Page"), _("Languages"), _("Kind"), _("Who looks after it")),
        *(_("Next review"), _("State"), _("Last published"), _("Last reviewed")),
        _("Address"),
    ]


def _cells(one: LookedAfter) -> list[Any]:
    reviewed = one.care.reviewed_at if one.care else None
    return [
        one.page.title,
        ", ".join(sorted(one.pages)),
        str(one.page.cached_content_type.model_class()._meta.verbose_name),
        str(one.owner or ""),
        one.due_on or "",
        str(one.state.label),
        one.changed_on,
        reviewed or "",
        one.site.root_url + reverse("wagtailadmin_pages:edit", args=[one.page.pk]),
    ]
