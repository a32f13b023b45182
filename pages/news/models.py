"""A service's news: the index, and the items that may be offered to the hub."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.registry import register_setting
from wagtail.search import index

from cms.models import ArticleIndexPage, OfferableArticlePage, SiteSettings


class Age(models.IntegerChoices):
    """After how many months an item leaves the front list."""

    ALWAYS = 0, pgettext_lazy("age of news", "For good")
    HALF_A_YEAR = 6, pgettext_lazy("age of news", "Six months")
    A_YEAR = 12, pgettext_lazy("age of news", "A year")
    TWO_YEARS = 24, pgettext_lazy("age of news", "Two years")
    THREE_YEARS = 36, pgettext_lazy("age of news", "Three years")


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

    front_months = models.PositiveSmallIntegerField(
        _("how long an item stays on the front list"),
        choices=Age,
        default=Age.ALWAYS,
        help_text=_(
            "Older items leave the first list of your news. They keep their addresses,"
            " and stay in the archive by year and in the search."
        ),
    )

    class Meta:
        verbose_name = _("news")


class NewsIndexPage(ArticleIndexPage):
    """The news of a service, newest first."""

    starter_key = "news"
    # Not `q`: what people type is kept nowhere, so nobody can fill the cache with it.
    query_parameters = frozenset({"page", "topic", "year", "month"})
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

    author = models.CharField(
        _("author or team"),
        max_length=100,
        blank=True,
        help_text=_(
            "For instance a team, or a person who is glad to be named, in this page's"
            " language. Left empty, it is the service."
        ),
    )

    content_panels = [
        *OfferableArticlePage.content_panels[:-2],
        FieldPanel("author"),
        *OfferableArticlePage.content_panels[-2:],
    ]
    search_fields = [*OfferableArticlePage.search_fields, index.SearchField("author")]
    template = "news/news_page.html"
    parent_page_types = ["news.NewsIndexPage"]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        from pages.news.listing import more_like

        context = super().get_context(request, *args, **kwargs)
        return {**context, "more": more_like(self, request)}
