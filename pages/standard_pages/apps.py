"""The declaration of the plugin `standard_pages`: read this first."""

from django.utils.translation import gettext_lazy as _

from cms.plugins import Audience, Plugin


class StandardPages(Plugin):
    name = "pages.standard_pages"
    label = "standard_pages"
    verbose_name = _("Pages")
    summary = _("Write pages about your service.")
    host = ">=1,<2"
    audience = Audience.BOTH
    new_sites = True
    starter = "starter.pages"
    demo = "demo.load"
