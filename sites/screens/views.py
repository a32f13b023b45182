"""The screens: the list of pages, one page with its form, the list of changes."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton

from cms.admin.features.screens import Screen
from cms.models import ThemeSettings
from sites.models import Service, SettingChange
from sites.screens.access import may_change
from sites.screens.changes import save_settings
from sites.screens.groups import Group, group_called, groups_of
from sites.screens.missing import missing_settings
from sites.screens.said import Said, said

PER_PAGE = 50


class SettingsScreen(Screen):
    """A screen of the host's service, for its managers and the network's."""

    may_open = may_change
    above = [("service_settings", gettext_lazy("Settings of the service"))]

    @cached_property
    def service(self) -> Service:
        """The service's row; one of another site is never loaded."""
        return Service.for_site(self.site)


class IndexView(SettingsScreen):
    """The short list of pages, with what is missing on each."""

    template_name = "authorities/settings/index.html"
    page_title = gettext_lazy("Settings of the service")
    above = []

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        url = reverse("service_changes")
        return [HeaderButton(_("Changes"), url=url, icon_name="history")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        missing = missing_settings(self.service)
        counts = {g: sum(m.group == g for m in missing) for g in {*_keys(missing)}}
        return super().get_context_data(
            missing=missing,
            groups=[
                (group, group.status(self.service), counts.get(group.key, 0))
                for group in groups_of(self.site)
            ],
            nation=getattr(self.service.authority, "nation", ""),
            is_local=not self.site.profile.is_hub,
            look_url=reverse(
                "wagtailsettings:edit",
                args=[*_names(ThemeSettings), self.site.pk],
            ),
            **kwargs,
        )


def _keys(missing: list[Any]) -> list[str]:
    return [each.group for each in missing]


def _names(model: Any) -> tuple[str, str]:
    return model._meta.app_label, model._meta.model_name


class GroupView(SettingsScreen):
    """One page of settings: what was typed stays where something is wrong."""

    template_name = "authorities/settings/group.html"

    @cached_property
    def group(self) -> Group:
        """The page that the address names; 404 where this site has none such."""
        found = group_called(self.site, self.kwargs["key"])
        if found is None:
            raise Http404
        return found

    def get_page_title(self) -> str:
        return str(self.group.title)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", self.group.form(service=self.service))
        return super().get_context_data(group=self.group, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.group.form(request.POST, service=self.service)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        changed = save_settings(form=form, group=self.group.key, by=request.user)
        words = _("Saved.") if changed else _("Nothing had changed.")
        messages.success(request, words)
        return redirect("service_settings")


class ChangesView(SettingsScreen):
    """Who changed what, and when, newest first."""

    template_name = "authorities/settings/changes.html"
    page_title = gettext_lazy("Changes")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = SettingChange.objects.filter(site=self.site).select_related("by")
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            page_obj=page, rows=self.said(list(page)), **kwargs
        )

    def said(self, rows: list[SettingChange]) -> list[Said]:
        """The changes in the reader's words."""
        return said(rows, self.service, groups_of(self.site))
