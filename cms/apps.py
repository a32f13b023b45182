"""The host: what is true whatever plugins are installed."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Services")

    def ready(self) -> None:
        from cms.admin.policies import register_policies
        from cms.language import (
            publish,  # noqa: F401  (registers signal handlers)
            slug_widget,
        )
        from cms.plugins import (  # noqa: F401  (registers checks, hooks)
            checks,
            freshness,
            gates,
        )

        register_policies()
        slug_widget.register()
