"""The inbox of volunteer applications, its panel on the dashboard, the campaigns."""

from collections.abc import Sequence
from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from cms.privacy import Care
from forms.applications.calls import CALLS
from forms.applications.campaigns.viewset import CampaignViewSet
from forms.applications.interviews.screen import CallOffView, InterviewView, led_to
from forms.applications.letters import (
    APPLY,
    MISSING,
    SECOND_PART,
    steps_missing,
)
from forms.applications.models import Application
from forms.applications.papers import PAPERS
from forms.applications.stages import BEFORE_APPLYING, MACHINE
from forms.casework.admin import InboxViewSet, NewCasesPanel
from forms.casework.letters import Letter
from forms.casework.models import Case
from forms.journeys.questions.admin import QuestionsViewSet

__all__ = [
    "ApplicationInbox",
    "ApplicationQuestions",
    "CampaignViewSet",
    "NewApplicationsPanel",
]


class ApplicationInbox(InboxViewSet):
    """Applications, for coordinators and managers alone."""

    kind = "applications"
    machine = MACHINE
    title = _("Applications")
    empty = _("No applications yet. They appear here as soon as somebody sends one.")
    icon = "clipboard-list"
    menu_order = 100
    takes_lists = True
    calls = CALLS
    papers = PAPERS
    undoes_keying = True

    @staticmethod
    def care_of(key: str) -> Care:
        """An applicant's own, but for what they say of their referees."""
        return Care.OTHERS if key.startswith("referee") else Care.GIVE

    def letters_for(self, case: Case) -> Sequence[Letter]:
        """The application, or the rest of it, can be asked for until it has come."""
        sent = Application.objects.filter(case=case).first()
        if sent is None:
            waits = [APPLY] if case.stage in BEFORE_APPLYING else []
        else:
            waits = [] if sent.has_second_part else [SECOND_PART]
            waits = [*([MISSING] if steps_missing(case) else []), *waits]
        return [*waits, *super().letters_for(case)]

    def letters_for_several(self) -> Sequence[Letter]:
        """Several may be asked at once for what has not come of each."""
        return [SECOND_PART, APPLY, *super().letters_for_several()]

    def links_for(self, case: Case) -> Sequence[tuple[str, Any]]:
        """An interview, where one is booked or may follow."""
        return led_to(case)

    def get_urlpatterns(self) -> list[URLPattern]:
        view = self.construct_view
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/interview/", view(InterviewView), name="interview"),
            path("<int:pk>/interview/off/", view(CallOffView), name="interview_off"),
        ]


class ApplicationQuestions(QuestionsViewSet):
    """A service's own questions and words in the application."""

    kind = "applications"
    title = _("Questions of the application form")
    short_title = _("Application form")
    menu_order = 105


class NewApplicationsPanel(NewCasesPanel):
    """The applications that nobody has begun to talk about."""

    kind = "applications"
    title = _("New applications")
    icon = "clipboard-list"
    order = 10
