"""The inbox, for plugins to subclass: list, case, actions, paper, dashboard panel."""

from forms.casework.admin.case import OneCase
from forms.casework.admin.gate import InInbox
from forms.casework.admin.moving_forms import Seen
from forms.casework.admin.panels import NewCasesPanel
from forms.casework.admin.todo import overdue_answers
from forms.casework.admin.viewset import InboxViewSet

__all__ = [
    "InInbox",
    "InboxViewSet",
    "NewCasesPanel",
    "OneCase",
    "Seen",
    "overdue_answers",
]
