"""What editors changed of a site's menu. One row a site, loaded with it."""

from collections.abc import Set as AbstractSet
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.menus import Entry
from cms.models import SiteSettings
from cms.roles import PUBLISH_ROLES


class Menu(SiteSettings):
    """The lines of a menu in their order; without any it is as the tree has it."""

    staff_roles: ClassVar[AbstractSet[str]] = PUBLISH_ROLES

    entries = models.JSONField(default=list, blank=True, editable=False)

    class Meta:
        verbose_name = _("menu of the site")

    def __str__(self) -> str:
        return str(self.site_id)

    @classmethod
    def of(cls, site: Site) -> "Menu | None":
        """The menu that came with `site`, else one query; None where there is none."""
        if "menu" in site._state.fields_cache:
            return getattr(site, "menu", None)
        return cls.objects.filter(site=site).first()

    def lines(self) -> list[Entry]:
        """The entries as they are read: a page or an address stands once."""
        found: dict[str, Entry] = {}
        for kept in self.entries:
            entry = Entry(**kept)
            found.setdefault(entry.key or entry.url, entry)
        return list(found.values())
