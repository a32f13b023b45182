"""The plugin's own addresses, under /<language>/services/hub_news/."""

from django.urls import path

from pages.hub_news.views import feed

urlpatterns = [
    path("feed/atom/", feed, {"kind": "atom"}, name="feed"),
    path("feed/rss/", feed, {"kind": "rss"}, name="feed_rss"),
    path("feed/json/", feed, {"kind": "json"}, name="feed_json"),
]
