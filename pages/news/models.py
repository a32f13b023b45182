"""A service's news: the index, and the items that may be offered to the hub."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.registry import register_setting

from cms.models import ArticleIndexPage, OfferableArticlePage, SiteSettings


@register_setting(icon="doc-full-inverse")
class NewsSettings(SiteSettings):
    """Which news that others wrote a service shows beside its own, and is sent."""

    national_news = models.BooleanField(
        _("show national news"),
        default=True,
        help_text=_("What the national hub writes for every service, or for yours."),
    )
    other_services = models.BooleanField(
        _("show news from other services"),
        default=False,
        help_text=_("What the hub has accepted from them lately, with their names."),
    )
    weekly_digest = models.BooleanField(
        _("write to coordinators every Monday"),
        default=True,
        help_text=_(
            "What is new at the hub, and what became of the news you offered. Nothing"
            " is sent when nothing is new."
        ),
    )

    class Meta:
        verbose_name = _("news")


class NewsIndexPage(ArticleIndexPage):
    """The news of a service, newest first."""

    starter_key = "news"
    # Not `q`: what people type is kept nowhere, so nobody can fill the cache with it.
    query_parameters = frozenset({"page", "topic", "year"})
    template = "news/news_index_page.html"
    parent_page_types = ["authorities.HomePage"]
    subpage_types = ["news.NewsPage"]

    class Meta:
        verbose_name = _("news index")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        from pages.news.listing import news_of

        context = super().get_context(request, *args, **kwargs)
        return {**context, **news_of(self, request)}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What somebody looked for does not stay behind in a browser others use too."""
        answer: HttpResponse = super().serve(request, *args, **kwargs)
        if "q" in request.GET:
            answer.headers["Cache-Control"] = "private, no-store"
        return answer


class NewsPage(OfferableArticlePage):
    """One news item."""

    template = "news/news_page.html"
    parent_page_types = ["news.NewsIndexPage"]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        from pages.news.listing import more_like

        context = super().get_context(request, *args, **kwargs)
        return {**context, "more": more_like(self, request)}
