"""Who may open the screens, and what stands around each of them."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Site

from cms.admin.place import current_site, roles_at
from cms.roles import FEATURE_ROLES, NETWORK_ROLES


def may_switch(user: Any, site: Site | None) -> bool:
    """Whether the person may switch features at `site`."""
    return site is not None and bool(roles_at(user, site) & FEATURE_ROLES)


def may_roll_out(user: Any, site: Site | None) -> bool:
    """Whether the person, at this host, may switch features at every site.

    The network's administrators at the hub; whoever administers the installation at
    any of its hosts.
    """
    if site is None:
        return False
    return user.is_superuser or bool(roles_at(user, site) & NETWORK_ROLES)


class Screen(WagtailAdminTemplateMixin, TemplateView):
    """A screen of the host's site: 404 for whoever may not open it."""

    header_icon = "cogs"
    _show_breadcrumbs = True
    may_open: Any = None
    above: Sequence[tuple[str, Any]] = []

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.site = current_site(request)
        if not type(self).may_open(request.user, self.site):
            raise Http404
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]  # a TemplateResponse

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [{"url": reverse(name), "label": label} for name, label in self.above]
        own = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), *above, own]


class ServiceScreen(Screen):
    """A screen about the features of one's own service."""

    may_open = may_switch


class NetworkScreen(Screen):
    """A screen about the features of every site."""

    may_open = may_roll_out
    above = [("cms_feature_grid", _("Features of all sites"))]
