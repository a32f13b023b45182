"""Addresses of the authorities' room, under each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from sites import views
from sites.drafts.views import draft
from sites.notices.urls import urlpatterns as notice_urls
from sites.staff.urls import urlpatterns as staff_urls

app_name = "authorities"
urlpatterns = [
    path(_("find/"), views.find_service, name="find"),
    path(_("draft/<str:token>/"), draft, name="draft"),
    *notice_urls,
    *staff_urls,
]
