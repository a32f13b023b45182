"""The plugin's own addresses, under /<language>/services/news/."""

from django.urls import path

from pages.news.views import feed

urlpatterns = [
    path("feed/atom/", feed, {"kind": "atom"}, name="feed"),
    path("feed/rss/", feed, {"kind": "rss"}, name="feed_rss"),
    path("feed/json/", feed, {"kind": "json"}, name="feed_json"),
]
