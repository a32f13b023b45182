"""Addresses under /<language>/services/fostering/."""

from django.urls import path

from acme_fostering import views

urlpatterns = [
    path("", views.ask, name="ask"),
    path("received/", views.received, name="received"),
]
