"""The menu of a site, where its editors arrange it otherwise than the tree has it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MenusConfig(AppConfig):
    name = "sites.menus"
    label = "menus"
    verbose_name = _("Menus")

    def ready(self) -> None:
        from sites.menus import arranging  # noqa: F401  (it registers itself)
