"""The declaration of the plugin `imprint`: one address, always there."""

from django.utils.translation import gettext_lazy as _

from cms.plugins import Audience, Plugin


class Imprint(Plugin):
    """Says who is behind the fostering pages, on every site."""

    name = "acme_imprint"
    label = "imprint"
    verbose_name = _("Who made the fostering pages")
    summary = _("Say who made the fostering pages, and where to report a mistake.")
    host = ">=1,<2"
    audience = Audience.BOTH
    always_on = True
    urls = "urls"
