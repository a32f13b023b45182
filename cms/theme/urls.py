"""The theme's addresses."""

from django.urls import URLPattern, path

from cms.theme.views import stylesheet

urlpatterns: list[URLPattern] = [
    path("<slug:digest>.css", stylesheet, name="theme_stylesheet"),
]
