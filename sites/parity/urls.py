"""Addresses of the screens, under /admin/parity/."""

from django.urls import path

from sites.parity.screens.all_services import AllServicesView
from sites.parity.screens.board import BoardView, ReportView, TableView
from sites.parity.screens.one_page import PageScreen
from sites.parity.screens.taking_down import TakingDownScreen

urlpatterns = [
    path("parity/", BoardView.as_view(), name="parity"),
    path("parity/pages/<int:page_id>/", PageScreen.as_view(), name="parity_page"),
    path(
        "parity/pages/<int:page_id>/down/",
        TakingDownScreen.as_view(),
        name="parity_down",
    ),
    path("parity/report/", ReportView.as_view(), name="parity_report"),
    path("parity/report.csv", TableView.as_view(), name="parity_table"),
    path("parity/services/", AllServicesView.as_view(), name="parity_services"),
]
