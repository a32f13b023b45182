"""The inbox of volunteer applications, and its panel on the dashboard."""

from django.utils.translation import gettext_lazy as _

from forms.applications.stages import MACHINE
from forms.casework.admin import InboxViewSet, NewCasesPanel


class ApplicationInbox(InboxViewSet):
    """Applications, for coordinators and managers alone."""

    kind = "applications"
    machine = MACHINE
    title = _("Applications")
    empty = _("No applications yet. They appear here as soon as somebody sends one.")
    icon = "clipboard-list"
    menu_order = 100


class NewApplicationsPanel(NewCasesPanel):
    """The applications that nobody has begun to talk about."""

    kind = "applications"
    title = _("New applications")
    icon = "clipboard-list"
    order = 10
