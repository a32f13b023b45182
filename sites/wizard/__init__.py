"""The hub's screens on which the network's administrators make services."""

from django.urls import path

from sites.wizard.choosing import ChooseView
from sites.wizard.made import MadeView
from sites.wizard.making import MakeView
from sites.wizard.many import BatchView, ManyView
from sites.wizard.screens import may_make

__all__ = ["may_make", "urlpatterns"]

_new = "services/new/"
urlpatterns = [
    path(_new, ChooseView.as_view(), name="authorities_new_service"),
    path(f"{_new}many/", ManyView.as_view(), name="authorities_new_services"),
    path(f"{_new}many/<int:pk>/", BatchView.as_view(), name="authorities_batch"),
    path(f"{_new}<slug:slug>/", MakeView.as_view(), name="authorities_make_service"),
    path(
        "services/<slug:slug>/made/",
        MadeView.as_view(),
        name="authorities_made_service",
    ),
]
