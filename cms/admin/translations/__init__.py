"""A page in both languages: how far each is, what changed, what is still to be done."""

from django.urls import path

from cms.admin.translations.marking import (
    CreateView,
    HandOverView,
    HoldsView,
    MarkView,
    RestView,
    SameView,
)
from cms.admin.translations.page import PageInBothView
from cms.admin.translations.tasks import AskView, TasksView, WithdrawView

_page = "translations/<int:page_id>/"
urlpatterns = [
    path("translations/", TasksView.as_view(), name="cms_translations"),
    path(
        "translations/tasks/<int:pk>/withdraw/",
        WithdrawView.as_view(),
        name="cms_translation_withdraw",
    ),
    path(_page, PageInBothView.as_view(), name="cms_translation"),
    path(f"{_page}ask/<str:language>/", AskView.as_view(), name="cms_translation_ask"),
    path(f"{_page}create/", CreateView.as_view(), name="cms_translation_create"),
    path(f"{_page}done/", HandOverView.as_view(), name="cms_translation_done"),
    path(f"{_page}mark/", MarkView.as_view(), name="cms_translation_mark"),
    path(f"{_page}rest/", RestView.as_view(), name="cms_translation_rest"),
    path(f"{_page}same/", SameView.as_view(), name="cms_translation_same"),
    path(f"{_page}holds/", HoldsView.as_view(), name="cms_translation_holds"),
]
