"""The report of pages with something to mend."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.admin import roles_at
from cms.admin.features.screens import Screen
from cms.roles import PAGE_ROLES
from sites.finding.advice import MOST, advice_at

A_PAGE = 30


def may_mend(user: Any, site: Site | None) -> bool:
    """Whoever writes, translates or publishes pages here."""
    return site is not None and bool(roles_at(user, site) & PAGE_ROLES)


class MendingScreen(Screen):
    """Published pages of the host's site, each with what to mend and how."""

    template_name = "finding/mending.html"
    page_title = _("What to mend on pages")
    header_icon = "clipboard-list"
    may_open = may_mend

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        advice, is_cut = advice_at(self.site)
        shown = Paginator(advice, A_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            shown=shown, total=len(advice), is_cut=is_cut, most=MOST, **kwargs
        )
