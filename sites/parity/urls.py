"""Addresses of the screens, under /admin/parity/."""

from django.urls import path

from sites.parity.screens.one_page import PageScreen

urlpatterns = [
    path("parity/pages/<int:page_id>/", PageScreen.as_view(), name="parity_page"),
]
