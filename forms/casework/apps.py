"""An always-on host app, not a plugin: any plugin may import its public names."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class CaseworkConfig(AppConfig):
    name = "forms.casework"
    label = "casework"
    verbose_name = _("Casework")
    host_not_on_pages = ("*",)
    host_jobs = (
        "jobs.purge_uploaded_lists",
        "jobs.forget_addresses_asked_for",
        "jobs.pass_up_unread_requests",
    )
    host_holdings = "retiring.HOLDINGS"
    host_personal_data = ("rights.declared.EVERYTHING",)
    host_mail_words = [
        "mails.STATUS_LINK",
        "mails.WITHDRAWN",
        "mails.CONFIRM_ADDRESS",
        "mails.ADDRESS_ASKED",
        "mails.ADDRESS_CHANGED",
    ]

    def ready(self) -> None:
        from forms.casework import (
            checks,  # noqa: F401  (registers itself)
            own_data,  # noqa: F401  (tells whose a case is)
            searching,
            stage_screens,  # noqa: F401  (adds a page of settings)
        )
        from forms.casework.declared import fill_after_migrate
        from forms.casework.leaving import CasesInHand
        from forms.casework.models import Case
        from sites.staff.work import register_work

        register_work(CasesInHand())
        post_migrate.connect(fill_after_migrate, sender=self)
        post_migrate.connect(searching.fill_after_migrate, sender=self)
        post_save.connect(searching.mark_when_saved, sender=Case)
