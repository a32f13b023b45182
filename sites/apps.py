"""Local authorities: who owns which site and who works there."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuthoritiesConfig(AppConfig):
    name = "sites"
    label = "authorities"  # django.contrib.sites owns the label "sites".
    verbose_name = _("Local authorities")
    host_not_on_pages = (
        *("Cover", "Membership", "RemovalCertificate", "SettingChange"),
        *("ServiceBatch", "ServiceBatchRow"),
    )
    host_personal_data = ("personal.EVERYTHING",)
    host_jobs = (
        "keeping.jobs.tell_what_is_not_filed",
        "provisioning.jobs.carry_on_batches",
        "provisioning.jobs.forget_unstarted_batches",
    )

    def ready(self) -> None:
        from sites import (
            furniture,  # noqa: F401  (registers the page furniture)
            hosts,  # noqa: F401  (tells the host names of services)
            letterhead,  # noqa: F401  (registers the letterhead of mails)
            live_facts,  # noqa: F401  (puts settings into texts as they are shown)
            memberships,  # noqa: F401  (refuses other writers of roles)
            preferences,  # noqa: F401  (shows the admin in one's language)
            reviews,
            roster,  # noqa: F401  (names every site for lists of all)
            search,  # noqa: F401  (finds services by place)
            starter_facts,  # noqa: F401  (tells page files the names of the place)
        )
        from sites.leaving import sealed  # noqa: F401  (registers a rotation)
        from sites.reads import admin_hooks  # noqa: F401  (registers screen and menu)
        from sites.screens import theme_log  # noqa: F401  (logs changes of the look)

        reviews.install()
