"""Every service, where it stands and whether it is open."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.admin.features.screens import NetworkScreen
from cms.admin.roster import Listed, listed_sites
from cms.models import SiteProfile
from sites.hosts import shown_hostname


@dataclass(frozen=True)
class Row:
    """One service of the list."""

    listed: Listed

    @property
    def profile(self) -> SiteProfile:
        """Since when it is suspended, if it is."""
        profile: SiteProfile = self.listed.site.profile
        return profile

    @property
    def host(self) -> str:
        """Its canonical host, as a person reads it."""
        return shown_hostname(self.listed.site.hostname)


class ServicesView(NetworkScreen):
    """The list; the same queries at any size."""

    template_name = "authorities/network/services.html"
    page_title = _("Services")
    header_icon = "globe"
    above = []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = [Row(listed) for listed in listed_sites()]
        return super().get_context_data(rows=rows, **kwargs)
