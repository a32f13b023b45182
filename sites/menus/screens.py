"""The screen on which editors arrange the menu of their site."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Site

from cms.admin import roles_at
from cms.admin.features.screens import Screen
from cms.menus import Entry
from cms.roles import PUBLISH_ROLES
from sites.menus.arranging import arrange, arrangement_of, menus_now, rows_of
from sites.menus.forms import AddForm, LineForm, in_order


def may_arrange(user: Any, site: Site | None) -> bool:
    """Whoever publishes pages here: what they do stands on every page at once.

    Where a manager approves each page, editors have the role and not the permission.
    """
    if site is None or not roles_at(user, site) & PUBLISH_ROLES:
        return False
    return bool(site.root_page.permissions_for_user(user).can_publish())


class MenuScreen(Screen):
    """The lines of the menu, in both languages side by side."""

    template_name = "menus/menu.html"
    page_title = gettext_lazy("Menu of the site")
    header_icon = "bars"
    may_open = may_arrange

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep the menu, or give it back to the tree."""
        if request.POST.get("do") == "reset":
            arrange(site=self.site, entries=[], by=request.user)
            messages.success(request, _("The menu follows your pages again."))
            return redirect("site_menu")
        lines, add = self.forms(request.POST)
        sent = [*(line for line in lines if line.is_bound), add]
        if not all(form.is_valid() for form in sent):
            told = self.get_context_data(lines=lines, add=add, refused=True)
            return self.render_to_response(told)
        arrange(site=self.site, entries=_told(lines, add), by=request.user)
        messages.success(request, _("The menu is changed on every page."))
        return redirect("site_menu")

    def forms(self, data: Any = None) -> tuple[list[LineForm], AddForm]:
        """One for each line, and one for what is added."""
        rows = rows_of(self.site)
        lines = [
            LineForm(data, row=row, number=number, of=len(rows))
            for number, row in enumerate(rows, start=1)
        ]
        return lines, AddForm(data, site=self.site)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if "lines" not in kwargs:
            kwargs["lines"], kwargs["add"] = self.forms()
        return super().get_context_data(
            now=menus_now(self.site),
            is_arranged=bool(arrangement_of(self.site)),
            **kwargs,
        )


def _told(lines: list[LineForm], add: AddForm) -> list[Entry]:
    """In the order asked for. What was added goes once its tick is taken away."""
    entries = [line.entry() for line in in_order(lines)]
    theirs = {str(p.translation_key) for line in lines for p in _tree_pages(line)}
    return add.added_to([e for e in entries if not e.left_out or e.key in theirs])


def _tree_pages(line: LineForm) -> list[Any]:
    return [page for page in line.row.pages.values() if page.show_in_menus]
