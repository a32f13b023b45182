"""Privacy notices, made from what is really asked."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    name = "sites.notices"
    label = "notices"
    verbose_name = _("Privacy notices")
    host_jobs = ("jobs.keep_notices",)

    def ready(self) -> None:
        from sites.notices import staff  # noqa: F401  (says what is kept of staff)
