"""The plugin's own addresses, under /<language>/services/hub_news/."""

from django.urls import path

from pages.hub_news.views import feed

urlpatterns = [path("feed/atom/", feed, name="feed")]
