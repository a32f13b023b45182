"""The declaration of the plugin `fostering`: read this first."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.plugins import Audience, Plugin


class Fostering(Plugin):
    """Residents ask about becoming foster carers; staff answer them."""

    name = "acme_fostering"
    label = "fostering"
    verbose_name = _("Fostering enquiries")
    summary = _("Let residents ask about becoming foster carers.")
    host = ">=1,<2"
    audience = Audience.LOCAL
    requires = ("standard_pages",)
    urls = "urls"
    viewsets = (
        "admin.EnquiryViewSet",
        "admin.EnquiryChooser",
        "admin.FosteringInbox",
    )
    panels = ("admin.NewEnquiriesPanel", "admin.NewFosteringPanel")
    this_week = ("todo.enquiries",)
    slots = {"home": "fostering/slots/ask.html"}
    jobs = ("jobs.forget_old_enquiries",)
    measures = ("measures.enquiries_received",)
    facts = {"enquiries_open": "queries.is_open"}
    pairs = ("pairs.allowances",)
    offers = ("models.FosteringStory",)
    mails = ("received", "started", "still_waiting")
    mail_words = ("mails.STARTED",)
    keeps = ("keeping.WISHES",)
    personal_data = ("personal.ENQUIRIES",)
    starter = "starter.pages"
    demo = "demo.load"

    def on_enable(self, site: Any) -> None:
        """A site where the plugin is on has its settings from the first moment."""
        from acme_fostering.models import FosteringSettings

        FosteringSettings.for_site(site)

    def on_disable(self, site: Any) -> None:
        """Switched off, it deletes nothing: the service hears what still waits."""
        from acme_fostering.services import tell_what_waits

        tell_what_waits(site=site)
