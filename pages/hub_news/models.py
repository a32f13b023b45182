"""News at the hub: the index of everything, and the hub's own items."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.models import ArticleIndexPage, NationalArticlePage


class HubNewsIndexPage(ArticleIndexPage):
    """What services offered and the hub accepted, and the hub's own news."""

    starter_key = "news"
    lists_offers = True
    query_parameters = frozenset({"page", "topic"})
    template = "hub_news/hub_news_index_page.html"
    parent_page_types = ["authorities.HomePage"]
    subpage_types = ["hub_news.HubNewsPage"]

    class Meta:
        verbose_name = _("news index of the hub")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        from pages.hub_news.listing import news_for

        context = super().get_context(request, *args, **kwargs)
        return {**context, **news_for(self, request)}


class HubNewsPage(NationalArticlePage):
    """A news item that the hub itself writes; it may flow down to services."""

    template = "hub_news/hub_news_page.html"
    parent_page_types = ["hub_news.HubNewsIndexPage"]

    class Meta:
        verbose_name = _("news item of the hub")
        verbose_name_plural = _("news items of the hub")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        from pages.hub_news.related import more_like

        context = super().get_context(request, *args, **kwargs)
        return {**context, "more": more_like(self, Site.find_for_request(request))}
