"""A service's news: the index, and the items that may be offered to the hub."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from cms.models import ArticleIndexPage, ArticlePage


class NewsIndexPage(ArticleIndexPage):
    """The news of a service, newest first."""

    starter_key = "news"
    template = "news/news_index_page.html"
    parent_page_types = ["authorities.HomePage"]
    subpage_types = ["news.NewsPage"]

    class Meta:
        verbose_name = _("news index")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        from pages.news.listing import news_of

        context = super().get_context(request, *args, **kwargs)
        return {**context, **news_of(self, request)}


class NewsPage(ArticlePage):
    """One news item."""

    template = "news/news_page.html"
    parent_page_types = ["news.NewsIndexPage"]

    offer_to_hub = models.BooleanField(
        _("offer to the national hub"),
        default=False,
        help_text=_(
            "The hub's editors decide whether to show it. It links to your own page,"
            " and disappears there as soon as you unpublish it here."
        ),
    )

    content_panels = [*ArticlePage.content_panels, FieldPanel("offer_to_hub")]
    override_translatable_fields = [
        *ArticlePage.override_translatable_fields,
        SynchronizedField("offer_to_hub", overridable=False),
    ]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")
