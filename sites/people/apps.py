"""The user model, alone in its app: its migrations depend on nothing of Wagtail."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "sites.people"
    label = "people"
    verbose_name = _("People")
    host_not_on_pages = ("*",)
    host_personal_data = ("personal.EVERYTHING",)
