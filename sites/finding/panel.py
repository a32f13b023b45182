"""In the page editor: what is to be mended, beside Wagtail's own checks."""

from functools import wraps
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.edit import EditView

from cms.models import PluginPage
from sites.finding.advice import advice_on


class MendingPanel(BaseSidePanel):
    """What to mend on the page as it was last saved, and how."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("What to mend")
        icon_name = "clipboard-list"
        counter_classname = "w-bg-info-125"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "count": len(self.panel.faults)}

    name = "mending"
    title = _("What to mend")
    template_name = "finding/panel.html"
    order = 350

    def __init__(self, page: Any, request: Any) -> None:
        self.faults = advice_on(page)
        super().__init__(page, request)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        return {**context, "faults": self.faults}


def install() -> None:
    """Put ours beside Wagtail's panels; private API, named by a test.

    Not in what an autosave fetches: the screen on which a page is made has no place
    for it, and on the others it says what it said when the page was opened.
    """
    stock = EditView.get_side_panels

    @wraps(stock)
    def get_side_panels(self: Any) -> Any:
        panels = stock(self)
        is_partial = self.expects_json_response or self.hydrate_create_view
        if isinstance(self.page, PluginPage) and not is_partial:
            panels = type(panels)([*panels, MendingPanel(self.page, self.request)])
        return panels

    EditView.get_side_panels = get_side_panels
