"""Both languages alike: gate, board, scores and evidence."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ParityConfig(AppConfig):
    name = "sites.parity"
    label = "parity"
    verbose_name = _("Both languages")
    host_not_on_pages = ("*",)
    host_personal_data = ("personal.PROMISES",)
    host_jobs = ("jobs.count_scores",)

    def ready(self) -> None:
        from sites.parity import closing, gate, leaving  # noqa: F401  (closing: handlers)

        gate.install()
        leaving.install()
