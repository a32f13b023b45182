"""People's rights over what is kept of them. Nothing goes out by itself."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RightsConfig(AppConfig):
    name = "sites.rights"
    label = "rights"
    verbose_name = _("Requests about people’s own data")
    host_not_on_pages = ("*",)
    host_keeps = ("keeping.ANSWERED",)
    host_personal_data = ("declaring.REQUESTS",)
