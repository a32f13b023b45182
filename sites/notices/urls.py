"""Addresses of the notices, under each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from sites.notices import views

urlpatterns = [
    path(_("your-information/<slug:reader>/"), views.show_notice, name="notice"),
    path(
        _("your-information/<slug:reader>/<str:key>/"),
        views.show_dated_notice,
        name="dated_notice",
    ),
]
