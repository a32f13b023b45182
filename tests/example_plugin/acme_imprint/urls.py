"""The address /<language>/services/imprint/."""

from django.urls import path
from django.views.generic import TemplateView

urlpatterns = [
    path("", TemplateView.as_view(template_name="imprint/imprint.html"), name="imprint")
]
