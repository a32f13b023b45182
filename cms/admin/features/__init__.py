"""Switching features: of one's own service, and of every site for the network."""

from django.urls import path

from cms.admin.features.grid import GridView
from cms.admin.features.listing import FeaturesView
from cms.admin.features.progress import RolloutView
from cms.admin.features.rollouts import NewRolloutView, RolloutsView
from cms.admin.features.screens import may_roll_out, may_switch
from cms.admin.features.switches import SwitchOffView, SwitchOnView

__all__ = ["may_roll_out", "may_switch", "urlpatterns"]

_many = "features/roll-outs/"
urlpatterns = [
    path("features/", FeaturesView.as_view(), name="cms_features"),
    path("features/all-sites/", GridView.as_view(), name="cms_feature_grid"),
    path(_many, RolloutsView.as_view(), name="cms_rollouts"),
    path(f"{_many}new/", NewRolloutView.as_view(), name="cms_new_rollout"),
    path(f"{_many}<int:pk>/", RolloutView.as_view(), name="cms_rollout"),
    path("features/<slug:label>/on/", SwitchOnView.as_view(), name="cms_feature_on"),
    path("features/<slug:label>/off/", SwitchOffView.as_view(), name="cms_feature_off"),
]
