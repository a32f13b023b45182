"""The theme's addresses."""

from django.urls import URLPattern, path

from cms.theme.views import mark, stylesheet

urlpatterns: list[URLPattern] = [
    path("<slug:digest>.css", stylesheet, name="theme_stylesheet"),
    path("<slug:digest>.svg", mark, name="theme_mark"),
]
