"""Wagtail's own sign-in and password screens lead to ours."""

from django.urls import path, re_path

from sites.entry import views

urlpatterns = [
    path("login/", views.lead_to_sign_in),
    re_path(r"^password_reset/", views.lead_to_new_password),
]
