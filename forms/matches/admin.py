"""The screens of matches, for the coordinators and managers of the host's service."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from cms.admin import SiteOwnedViewSet
from forms.matches.models import Match
from forms.matches.screens.introducing import IntroduceView
from forms.matches.screens.letters import LetterPdfView, LetterView
from forms.matches.screens.listing import MatchListView
from forms.matches.screens.one import AppointView, EndView, MatchView, UndoView


class MatchViewSet(SiteOwnedViewSet):
    """The matches of one service. They begin on the screen of either case."""

    model = Match
    name = "matches"
    icon = "link"
    menu_label = _("Appointed visitors")
    menu_order = 115
    add_to_admin_menu = True

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return {"viewset": self, "model": Match, "header_icon": self.icon, **kwargs}

    def get_urlpatterns(self) -> list[URLPattern]:
        view = self.construct_view
        letter = "<int:pk>/<slug:letter>/<slug:language>/"
        # The first of these is where the menu leads.
        return [
            path("", view(MatchListView), name="index"),
            path("introduce/<int:case_pk>/", view(IntroduceView), name="introduce"),
            path("<int:pk>/", view(MatchView), name="match"),
            path("<int:pk>/appoint/", view(AppointView), name="appoint"),
            path("<int:pk>/end/", view(EndView), name="end"),
            path("<int:pk>/undo/", view(UndoView), name="undo"),
            path(letter, view(LetterView), name="letter"),
            path(f"{letter}pdf/", view(LetterPdfView), name="letter_pdf"),
        ]

    # Permissions follow from roles at a site, never from Django's global ones, and a
    # match is opened by no form of Wagtail's.
    def register_permissions(self) -> None:
        pass

    def register_admin_url_finder(self) -> None:
        pass
