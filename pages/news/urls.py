"""The plugin's own addresses, under /<language>/services/news/."""

from django.urls import path

from pages.news.views import feed

urlpatterns = [path("feed/atom/", feed, name="feed")]
