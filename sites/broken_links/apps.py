"""Links that lead nowhere: counted, shown to whoever works on pages, and mended."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BrokenLinksConfig(AppConfig):
    name = "sites.broken_links"
    label = "broken_links"
    verbose_name = _("Broken links")
    host_jobs = (
        *("jobs.write_down_missed", "jobs.forget_missed"),
        *("jobs.collect_links", "jobs.check_links"),
    )
