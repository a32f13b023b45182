"""An always-on host app, not a plugin: any plugin may import its public names."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JourneysConfig(AppConfig):
    name = "forms.journeys"
    label = "journeys"
    verbose_name = _("Journeys")
    host_not_on_pages = ("Completion", "FormInWork", "Receipt", "ResumeLink")
    host_jobs = [
        "jobs.purge_drafts",
        "jobs.remind_of_drafts",
        "jobs.measure_times",
    ]
    host_holdings = "retiring.HOLDINGS"
    host_personal_data = ["personal.EVERYTHING"]
    host_mail_words = [
        "mails.RESUME",
        "mails.REMINDER",
        "mails.YOUNG_RESUME",
        "mails.YOUNG_REMINDER",
    ]

    def ready(self) -> None:
        from forms.journeys import (
            checks,  # noqa: F401  (registers itself)
            collected,  # noqa: F401  (tells the privacy notices)
            kept,  # noqa: F401  (tells the privacy page)
            retaining,  # noqa: F401  (forgets what cases were sent from)
            suspending,  # noqa: F401  (waits for services to resume)
            term_screens,  # noqa: F401  (adds a page of settings a form)
        )
