"""Every site and every feature at one glance, for the network's administrators."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.widgets.button import HeaderButton

from cms.activation import labels_on
from cms.admin.features.filters import SiteFilter
from cms.admin.features.screens import NetworkScreen
from cms.admin.roster import Listed, listed_sites
from cms.plugins import Plugin, installed_plugins

PER_PAGE = 25
ON, OFF, NEVER = "on", "off", "never"


@dataclass(frozen=True)
class Row:
    """One site: each feature's name with `on`, `off` or `never`."""

    listed: Listed
    cells: list[tuple[Plugin, str]]


def choices() -> list[Plugin]:
    """The plugins that are a choice somewhere, in declared order."""
    return [p for p in installed_plugins().values() if not p.always_on]


def row_of(listed: Listed, on: AbstractSet[str]) -> Row:
    """The line of one site at which the plugins `on` are on."""
    return Row(listed, [(plugin, _state(plugin, listed, on)) for plugin in choices()])


def _state(plugin: Plugin, listed: Listed, on: AbstractSet[str]) -> str:
    if plugin.label in on:
        return ON
    return OFF if plugin.audience.suits(listed.kind) else NEVER


class GridView(NetworkScreen):
    """The grid, filtered by name, nation and state; the same queries at any size."""

    template_name = "cms/admin/features/grid.html"
    page_title = gettext_lazy("Features of all sites")
    above = []

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        query = self.request.GET.urlencode()
        new, begun = reverse("cms_new_rollout"), reverse("cms_rollouts")
        return [
            HeaderButton(
                _("Roll out a feature"),
                url=f"{new}?{query}" if query else new,
                icon_name="plus",
            ),
            HeaderButton(_("Roll-outs"), url=begun, icon_name="tasks"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sites = listed_sites()
        on = labels_on([listed.site for listed in sites])
        form = SiteFilter(self.request.GET, sites=sites)
        found = form.among(sites, on)
        page = _paginated(found, self.request.GET.get("p"))
        nobody: frozenset[str] = frozenset()
        return super().get_context_data(
            form=form,
            plugins=choices(),
            rows=[row_of(x, on.get(x.site.pk, nobody)) for x in page.object_list],
            is_filtering=form.is_filtering,
            found=_counted(len(found)),
            page_obj=page,
            elided_page_range=page.paginator.get_elided_page_range(page.number),
            **kwargs,
        )


def _paginated(found: Sequence[Listed], number: Any) -> Any:
    paginator = WagtailPaginator(found, PER_PAGE)
    paginator.items_count_label = _counted(len(found))
    return paginator.get_page(number)


def _counted(count: int) -> str:
    return ngettext("%(count)d site", "%(count)d sites", count) % {"count": count}
