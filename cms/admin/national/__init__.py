"""National texts: what a service takes or keeps, and what the hub writes for all."""

from django.urls import path

from cms.admin.national.editing import EditTextView
from cms.admin.national.hub import CheckedView, FileView, HubListView, HubTextView
from cms.admin.national.service import KeepView, TakeView, TextsView, TextView

__all__ = ["urlpatterns"]

_own, _hub = "national-texts/", "hub/national-texts/"
urlpatterns = [
    path(_own, TextsView.as_view(), name="cms_national_texts"),
    path(f"{_own}<slug:key>/", TextView.as_view(), name="cms_national_text"),
    path(f"{_own}<slug:key>/take/", TakeView.as_view(), name="cms_national_take"),
    path(f"{_own}<slug:key>/keep/", KeepView.as_view(), name="cms_national_keep"),
    path(_hub, HubListView.as_view(), name="cms_national_hub"),
    path(f"{_hub}<int:pk>/", HubTextView.as_view(), name="cms_national_hub_text"),
    path(f"{_hub}<int:pk>/edit/", EditTextView.as_view(), name="cms_national_edit"),
    path(f"{_hub}<int:pk>/law/", CheckedView.as_view(), name="cms_national_law"),
    path(f"{_hub}<int:pk>/file/", FileView.as_view(), name="cms_national_file"),
]
