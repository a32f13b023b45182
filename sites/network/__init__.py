"""All services, for the network's administrators: addresses, suspending, renaming."""

from django.urls import path

from sites.network.addresses import AddressesView, OwnAddressesView, RemoveView
from sites.network.listing import ServicesView
from sites.network.renaming import RenameView
from sites.network.suspending import ResumeView, SuspendView

_one = "services/<int:pk>/"
urlpatterns = [
    path("web-addresses/", OwnAddressesView.as_view(), name="own_addresses"),
    path("services/", ServicesView.as_view(), name="services"),
    path(f"{_one}addresses/", AddressesView.as_view(), name="service_addresses"),
    path(
        f"{_one}addresses/<int:name>/remove/",
        RemoveView.as_view(),
        name="service_address_remove",
    ),
    path(f"{_one}suspend/", SuspendView.as_view(), name="service_suspend"),
    path(f"{_one}resume/", ResumeView.as_view(), name="service_resume"),
    path(f"{_one}rename/", RenameView.as_view(), name="service_rename"),
]
