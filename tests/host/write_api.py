"""Wagtail's write API, mounted for a test alone: the product mounts none."""

from django.urls import path
from wagtail.api.v3.urls import api

from cms.urls import urlpatterns as ours

urlpatterns = [path("api/v3/", api.urls), *ours]
