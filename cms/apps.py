"""The host: what is true whatever plugins are installed."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Services")
    host_jobs = (
        "mail.jobs.send_due_mail",
        "offers.jobs.rebuild_offers",
        "rollouts.jobs.carry_on_rollouts",
        "rollouts.jobs.forget_unstarted_rollouts",
        "schedule.jobs.publish_scheduled",
        "schedule.jobs.prune_task_results",
        "schedule.jobs.clear_sessions",
    )

    def ready(self) -> None:
        from cms import (  # noqa: F401  (registers hooks and handlers)
            addresses,
            document_files,
            links,
            pictures,
            routing,
        )
        from cms.admin.policies import register_policies
        from cms.language import (
            publish,  # noqa: F401  (registers signal handlers)
            slug_widget,
        )
        from cms.offers import signals  # noqa: F401  (registers signal handlers)
        from cms.plugins import (  # noqa: F401  (registers checks, hooks)
            checks,
            freshness,
            gates,
        )
        from cms.schedule import checks as schedule_checks  # noqa: F401  (the same)

        register_policies()
        slug_widget.register()
        addresses.install()
        routing.install()
