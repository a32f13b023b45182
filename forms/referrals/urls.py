"""Addresses under /<language>/services/referrals/."""

from django.urls import path

from forms.referrals.confirming import views as confirming

urlpatterns = [
    path("confirm/<str:token>/", confirming.confirm, name="confirm"),
]
