"""The demo's own addresses, under /demo/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
