"""The declaration of the plugin `referrals`: read this first."""

from django.utils.translation import gettext_lazy as _

from cms.plugins import Audience, Plugin


class Referrals(Plugin):
    name = "forms.referrals"
    label = "referrals"
    verbose_name = _("Requests for a visitor")
    summary = _("Let people ask for an Independent Visitor for a child.")
    host = ">=1,<2"
    audience = Audience.LOCAL
    new_sites = True
    viewsets = [
        "admin.RequestInbox",
        "offering.viewset.OfferLog",
        "offering.viewset.OfferLinks",
    ]
    panels = ["admin.NewRequestsPanel"]
    this_week = ["todo.overdue"]
    urls = "urls"
    mails = [
        "received",
        "confirm_sender",
        "approve",
        "nudge_to_others",
        "offer_link",
    ]
    mail_words = [
        "mails.RECEIVED",
        "mails.TO_WORKER",
        "letters.TO_RING",
        "letters.TO_ASK_MORE",
        "letters.TO_PASS_ON",
        "letters.TO_SEND_REST",
    ]
    keeps = [
        "keeping.REQUESTS",
        "keeping.TWICE_OR_JUNK",
        "offering.keeping.OFFERS",
        "offering.keeping.LINKS",
    ]
    personal_data = [
        "personal.EVERYTHING",
        "offering.personal.LINKS",
        "offering.personal.RECORDS",
    ]
    measures = [
        "offering.counting.children_considered",
        "offering.counting.visitors_explained",
        "offering.counting.visitors_offered",
        "offering.counting.offers_wanted",
        "offering.counting.offers_not_sure",
        "offering.counting.offers_not_now",
        "offering.counting.offers_objected",
        "offering.counting.offers_not_asked",
    ]
    starter = "starter.pages"
    demo = "demo.load"

    def ready(self) -> None:
        from forms.referrals.approving import (
            settings_page as approval_page,  # noqa: F401  (adds a page of settings)
        )
        from forms.referrals.doors.professional import (
            settings_page,  # noqa: F401  (adds a page of settings)
        )
        from forms.referrals.offering import (
            collecting,  # noqa: F401  (tells the privacy notices)
        )
