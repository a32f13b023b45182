"""The declaration of the plugin `fortnight`: a slot, and nothing else."""

from django.utils.translation import gettext_lazy as _

from cms.plugins import Audience, Plugin


class Fortnight(Plugin):
    """Reminds every home page of Foster Care Fortnight."""

    name = "acme_fortnight"
    label = "fortnight"
    verbose_name = _("Foster Care Fortnight")
    summary = _("Say on the home page when Foster Care Fortnight is.")
    host = ">=1,<2"
    audience = Audience.BOTH
    new_sites = True
    slots = {"home": "fortnight/slots/home.html"}
