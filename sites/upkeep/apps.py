"""Pages looked after: owners, days of review, reminders and the report."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UpkeepConfig(AppConfig):
    name = "sites.upkeep"
    label = "upkeep"
    verbose_name = _("Looking after pages")
    host_personal_data = ("personal.CARES",)
    host_jobs = ("jobs.remind_of_reviews",)

    def ready(self) -> None:
        from sites.upkeep import comments

        comments.install()
