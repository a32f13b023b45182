"""The plugin's own addresses, under /<language>/services/news/."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from pages.news.national import national
from pages.news.views import feed

urlpatterns = [
    path(_("national/"), national, name="national"),
    path("feed/atom/", feed, {"kind": "atom"}, name="feed"),
    path("feed/rss/", feed, {"kind": "rss"}, name="feed_rss"),
    path("feed/json/", feed, {"kind": "json"}, name="feed_json"),
]
