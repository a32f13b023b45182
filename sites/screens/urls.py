"""Addresses of the settings, under /admin/service/."""

from django.urls import path

from sites.screens.days import DaysView
from sites.screens.test_mail import TestMailView
from sites.screens.views import ChangesView, GroupView, IndexView

urlpatterns = [
    path("service/", IndexView.as_view(), name="service_settings"),
    path("service/changes/", ChangesView.as_view(), name="service_changes"),
    path("service/days/", DaysView.as_view(), name="service_days"),
    path("service/test-mail/", TestMailView.as_view(), name="service_test_mail"),
    path("service/<slug:key>/", GroupView.as_view(), name="service_settings_group"),
]
