"""The declaration of the plugin `hub_news`: read this first."""

from django.utils.translation import gettext_lazy as _

from cms.plugins import Audience, Plugin


class HubNews(Plugin):
    name = "pages.hub_news"
    label = "hub_news"
    verbose_name = _("News from services")
    summary = _("Show the news that services offer to the hub.")
    host = ">=1,<2"
    audience = Audience.HUB
    new_sites = True
    starter = "starter.pages"
    demo = "demo.load"
    urls = "urls"
    slots = {"news": "hub_news/slots/latest.html"}
    viewsets = ["admin.OfferQueueViewSet", "outside.viewset.OutsideFeedViewSet"]
    panels = ["admin.WaitingOffersPanel"]
    mails = ["decided"]
    jobs = ["jobs.visit_feeds"]
