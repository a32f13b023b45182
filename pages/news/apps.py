"""The declaration of the plugin `news`: read this first."""

from django.utils.translation import gettext_lazy as _

from cms.plugins import Audience, Plugin


class News(Plugin):
    name = "pages.news"
    label = "news"
    verbose_name = _("News")
    summary = _("Write news and offer it to the national hub.")
    host = ">=1,<2"
    audience = Audience.LOCAL
    new_sites = True
    offers = ["models.NewsPage"]
    starter = "starter.pages"
    demo = "demo.load"
    urls = "urls"
    slots = {
        "news": "news/slots/latest.html",
        "national_news": "news/slots/national.html",
        "from_services": "news/slots/from_others.html",
    }
    panels = ["admin.OurOffersPanel"]
    this_week = ["todo.declined", "todo.expiring"]
    mails = ["digest"]
    jobs = ["jobs.send_digests"]
