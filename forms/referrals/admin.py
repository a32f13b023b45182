"""The inbox of requests for a visitor, and its panel on the dashboard."""

from collections.abc import Sequence
from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from cms.privacy import Care
from forms.casework.admin import InboxViewSet, NewCasesPanel
from forms.casework.letters import Letter
from forms.casework.models import Case
from forms.referrals.choices import OF_A_CHILD
from forms.referrals.handing import HANDS_OVER
from forms.referrals.letters import REQUEST_LETTERS, THE_REST, without_rest_to_send
from forms.referrals.saying.screen import SayingView
from forms.referrals.saying.services import last_word
from forms.referrals.stages import MACHINE
from forms.referrals.waiting.screen import WaitingListView
from forms.referrals.worker.screen import WorkerView
from forms.referrals.worker.services import may_write


class RequestInbox(InboxViewSet):
    """Requests for a visitor, for coordinators and managers alone."""

    kind = "referrals"
    title = _("Requests for a visitor")
    short_title = _("Visitor requests")
    empty = _("Nobody has asked for a visitor yet.")
    before_writing = _(
        "Write nothing about the child here: not where they live, whether we know them,"
        " or what was decided."
    )
    icon = "group"
    menu_order = 110
    machine = MACHINE
    leaves_out = OF_A_CHILD
    hands_over = HANDS_OVER

    @staticmethod
    def care_of(key: str) -> Care:
        """All of it is about a child; whose name it is under has to be looked at."""
        return Care.CHILD if key else Care.OTHERS

    def letters_for(self, case: Case) -> Sequence[Letter]:
        """The rest is asked for until it has come."""
        has_none = case.pk in without_rest_to_send([case])
        return REQUEST_LETTERS if has_none else (THE_REST, *REQUEST_LETTERS)

    def letters_for_several(self) -> Sequence[Letter]:
        return (THE_REST, *REQUEST_LETTERS)

    def links_for(self, case: Case) -> Sequence[tuple[str, Any]]:
        """What the child says of it now, and whom a carer's nudge leads to."""
        said = _("The child says: %(words)s") % {"words": last_word(case)}
        links: list[tuple[str, Any]] = [("saying", said)]
        if not case.is_closed and may_write(getattr(case, "referral", None)):
            links.append(("worker", _("Write to the child’s social worker")))
        return links

    def screens(self) -> Sequence[tuple[str, Any, str]]:
        return [("waiting", _("Waiting list"), "history")]

    def get_urlpatterns(self) -> list[URLPattern]:
        view = self.construct_view
        return [
            *super().get_urlpatterns(),
            path("waiting/", view(WaitingListView), name="waiting"),
            path("<int:pk>/saying/", view(SayingView), name="saying"),
            path("<int:pk>/worker/", view(WorkerView), name="worker"),
        ]


class NewRequestsPanel(NewCasesPanel):
    """The requests that nobody has begun to talk about."""

    kind = "referrals"
    title = _("New requests for a visitor")
    icon = "group"
    order = 20
