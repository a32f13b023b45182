"""What is kept of people here, for how long, and what the next night deletes."""

from typing import Any

from django.utils.translation import gettext_lazy
from wagtail.models import Site

from cms.admin import roles_at
from cms.admin.features.screens import Screen
from cms.roles import KEEPING_ROLES
from sites.keeping.summary import kept_at


def may_see_what_is_kept(user: Any, site: Site | None) -> bool:
    """Whether the person manages `site`."""
    return site is not None and bool(roles_at(user, site) & KEEPING_ROLES)


class KeepingView(Screen):
    """References and days, no names: the records stand in their inboxes."""

    may_open = may_see_what_is_kept
    header_icon = "bin"
    template_name = "authorities/keeping/kept.html"
    page_title = gettext_lazy("What is kept")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(kept=list(kept_at(self.site)), **kwargs)
