"""The declaration of the plugin `applications`: read this first."""

from django.utils.translation import gettext_lazy as _

from cms.plugins import Audience, Plugin


class Applications(Plugin):
    name = "forms.applications"
    label = "applications"
    verbose_name = _("Volunteer applications")
    summary = _("Let people apply to be an Independent Visitor.")
    host = ">=1,<2"
    audience = Audience.LOCAL
    new_sites = True
    viewsets = ["admin.ApplicationInbox", "admin.CampaignViewSet"]
    panels = ["admin.NewApplicationsPanel"]
    mails = ["received", "received_second"]
    personal_data = ["models.Application"]
    starter = "starter.pages"
    demo = "demo.load"
