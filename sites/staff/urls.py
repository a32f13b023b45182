"""Addresses of invitations, under each language, in the authorities' namespace."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from sites.staff import views

urlpatterns = [
    path(_("invitation/welcome/"), views.welcome, name="welcome"),
    path(_("invitation/<str:token>/"), views.invitation, name="invitation"),
]
