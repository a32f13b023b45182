"""The Features screen: a service's short list of what it does, on or off."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Site

from cms.activation import CannotSwitch, active_labels, disable, enable, last_changes
from cms.admin.place import current_site, roles_at
from cms.models import Activation
from cms.plugins import Plugin, installed_plugins, plugin_of
from cms.roles import SETTINGS_ROLES


@dataclass(frozen=True)
class Feature:
    """One line of the screen."""

    plugin: Plugin
    is_on: bool
    last_change: Activation | None
    needs: list[str]


def may_switch(user: Any, site: Site | None) -> bool:
    """Whether the person may switch features at `site`."""
    return site is not None and bool(roles_at(user, site) & SETTINGS_ROLES)


def features_of(site: Site) -> list[Feature]:
    """Every plugin made for this kind of site, in declared order; two queries."""
    changes = last_changes(site)
    on = active_labels(site)
    return [
        Feature(plugin, label in on, changes.get(label), _names(plugin.requires))
        for label, plugin in installed_plugins().items()
        if plugin.audience.suits(site.profile.kind)
    ]


def _names(labels: Any) -> list[str]:
    return [str(installed_plugins()[label].verbose_name) for label in labels]


class FeaturesView(WagtailAdminTemplateMixin, TemplateView):
    """Shows the list and switches one feature on each POST."""

    template_name = "cms/admin/features.html"
    page_title = gettext_lazy("Features")
    header_icon = "cogs"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.site = current_site(request)
        if not may_switch(request.user, self.site):
            raise Http404
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]  # a TemplateResponse

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        own = {"url": "", "label": self.page_title}
        return [*super().get_breadcrumbs_items(), own]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(features=features_of(self.site), **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Switch the named plugin; a refusal is said in words, nothing changes."""
        plugin = plugin_of(request.POST.get("plugin", ""))
        if plugin is None:
            raise Http404
        turn_on = request.POST.get("turn") == "on"
        switch: Any = enable if turn_on else disable
        try:
            switch(site=self.site, label=plugin.label, by=request.user)
        except CannotSwitch as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _switched(plugin, turn_on))
        return redirect(reverse("cms_features"))


def _switched(plugin: Plugin, on: bool) -> str:
    words = _("“%(plugin)s” is now on.") if on else _("“%(plugin)s” is now off.")
    return words % {"plugin": plugin.verbose_name}


urlpatterns = [path("features/", FeaturesView.as_view(), name="cms_features")]
