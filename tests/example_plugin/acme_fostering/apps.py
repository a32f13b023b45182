"""The declaration of the plugin `fostering`: read this first."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.plugins import Audience, Plugin


class Fostering(Plugin):
    name = "acme_fostering"
    label = "fostering"
    verbose_name = _("Fostering enquiries")
    summary = _("Let residents ask about becoming foster carers.")
    host = ">=1,<2"
    audience = Audience.LOCAL
    requires = ("standard_pages",)
    urls = "urls"
    viewsets = ("admin.EnquiryViewSet",)
    panels = ("admin.NewEnquiriesPanel",)
    slots = {"home": "fostering/slots/ask.html"}
    jobs = ("jobs.forget_old_enquiries",)
    measures = ("measures.enquiries_received",)
    facts = {"enquiries_open": "queries.is_open"}
    offers = ("models.FosteringStory",)
    personal_data = ("models.Enquiry",)

    def on_enable(self, site: Any) -> None:
        """A site where the plugin is on has its settings from the first moment."""
        from acme_fostering.models import FosteringSettings

        FosteringSettings.for_site(site)
