"""What the staff of one service see: enquiries, the inbox, and what is new."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from acme_fostering.measures import enquiries_received
from acme_fostering.models import Enquiry
from acme_fostering.stages import MACHINE
from cms.admin import SiteOwnedChooserViewSet, SiteOwnedViewSet, current_site
from forms.casework.admin import InboxViewSet, NewCasesPanel


class EnquiryViewSet(SiteOwnedViewSet):
    """The enquiries of the host's service, and of no other."""

    model = Enquiry
    icon = "mail"
    menu_label = _("Fostering enquiries")
    add_to_admin_menu = True
    form_fields = ["name", "email"]
    list_display = ["__str__", "received"]
    inspect_view_enabled = True


class EnquiryChooser(SiteOwnedChooserViewSet):
    """With which another form of the same service points to one of its enquiries."""

    name = "enquiry_chooser"
    model = Enquiry
    icon = "mail"


class FosteringInbox(InboxViewSet):
    """Those who sent the journey: the inbox that every form of the host has."""

    kind = "fostering"
    machine = MACHINE
    title = _("People who want to foster")
    short_title = _("Want to foster")
    empty = _("Nobody has started yet.")
    icon = "home"
    menu_order = 150


class NewFosteringPanel(NewCasesPanel):
    """Those to whom nobody has talked yet."""

    kind = "fostering"
    title = _("New: people who want to foster")
    icon = "home"
    order = 51


class NewEnquiriesPanel(Component):
    """How many enquiries there are at this host's site."""

    template_name = "fostering/panel.html"
    order = 50

    def __init__(self, request: Any) -> None:
        self.request = request

    def get_context_data(self, parent_context: Any) -> dict[str, str]:
        count = enquiries_received(current_site(self.request))
        words = ngettext("%(count)d enquiry", "%(count)d enquiries", count)
        return {"words": words % {"count": count}}
