"""Where a council's sign-in is begun and comes back to: told to the council once."""

from django.urls import path

from sites.entry.sso import views

urlpatterns = [
    path("", views.go_to_council, name="entry_council"),
    path("back/", views.back_from_council, name="entry_council_callback"),
]
