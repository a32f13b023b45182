"""Addresses of the authorities' room, under each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from sites import views
from sites.staff.urls import urlpatterns as staff_urls

app_name = "authorities"
urlpatterns = [
    path(_("find/"), views.find_service, name="find"),
    *staff_urls,
]
