"""Addresses under /<language>/services/referrals/."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from forms.referrals.approving import views as approving
from forms.referrals.confirming import views as confirming
from forms.referrals.offering import views as offering

urlpatterns = [
    path("confirm/<str:token>/", confirming.confirm, name="confirm"),
    path(_("offers/<str:token>/"), offering.offer, name="offer"),
    path("approve/<str:token>/", approving.approve, name="approve"),
]
