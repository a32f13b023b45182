"""Who works at a site: invitations, the People screen, one's own places."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StaffConfig(AppConfig):
    name = "sites.staff"
    label = "staff"
    verbose_name = _("Staff")
    host_not_on_pages = ("*",)
    host_personal_data = ("personal.INVITATIONS",)
    host_jobs = ("jobs.forget_old_invitations",)
