"""The address of the search, under each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cms.search.views import search

urlpatterns = [path(_("search/"), search, name="search")]
