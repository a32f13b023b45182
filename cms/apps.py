"""The host: what is true whatever plugins are installed."""

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from cms.plugins.loading import import_plugins


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Services")
    host_jobs = (
        "mail.jobs.send_due_mail",
        "offers.jobs.rebuild_offers",
        "privacy.jobs.forget_old_reads",
        "retention.jobs.purge_what_is_due",
        "rollouts.jobs.carry_on_rollouts",
        "rollouts.jobs.forget_unstarted_rollouts",
        "schedule.jobs.publish_scheduled",
        "schedule.jobs.prune_task_results",
        "schedule.jobs.clear_sessions",
    )
    host_keeps = ("retention.own.MAILS",)
    host_not_on_pages = (
        *("JobRun", "MailWords", "PublishedWords", "Purge", "ReadLog", "RoleGroup"),
        *("Rollout", "RolloutSite", "TranslationTask"),
    )
    host_personal_data = ("privacy.own.EVERYTHING",)
    host_holdings = "retirement.host_rows.HOLDINGS"

    def __init__(self, app_name: str, app_module: Any) -> None:
        super().__init__(app_name, app_module)
        # We stand before the plugins among the installed apps: whatever is wrong with
        # one is said before Django comes to it.
        import_plugins()

    def ready(self) -> None:
        from cms import (  # noqa: F401  (registers hooks and handlers)
            addresses,
            document_files,
            indexing,
            links,
            pictures,
            routing,
        )
        from cms.admin import (  # noqa: F401  (registers hooks)
            counts,
            missing_panel,
            missing_words,
            suspended_panel,
        )
        from cms.admin.national import hooks  # noqa: F401  (the same)
        from cms.admin.policies import register_policies
        from cms.language import (
            publish,  # noqa: F401  (registers signal handlers)
            restrictions,  # noqa: F401  (the same)
            slug_widget,
            translations,  # noqa: F401  (the same)
        )
        from cms.national import origins  # noqa: F401  (registers signal handlers)
        from cms.offers import signals  # noqa: F401  (registers signal handlers)
        from cms.page_cache import watching
        from cms.plugins import (  # noqa: F401  (registers checks, hooks)
            checks,
            freshness,
            gates,
        )
        from cms.retirement import checks as retirement_checks  # noqa: F401  (the same)
        from cms.schedule import checks as schedule_checks  # noqa: F401  (the same)

        register_policies()
        slug_widget.register()
        for room in (missing_words, counts, addresses, indexing, routing, watching):
            room.install()
