"""The screens of alerts: list, form with its preview, history."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import TitleColumn

from cms.admin import SiteOwnedViewSet
from sites.alerts import screens
from sites.alerts.models import SIDES, Alert

_NAMES = {"en": _("In English"), "cy": _("In Welsh")}


def _side(language: str) -> MultiFieldPanel:
    names = ("heading", "text", "link", "link_words")
    panels = [FieldPanel(f"{name}_{language}") for name in names]
    return MultiFieldPanel(panels, heading=_NAMES[language])


class AlertViewSet(SiteOwnedViewSet):
    """The alerts of the host's site, for those who publish its pages."""

    model = Alert
    name = "alerts"
    icon = "warning"
    menu_label = pgettext_lazy("several", "Alerts")
    menu_order = 160
    add_to_admin_menu = True
    list_filter = ["severity"]
    edit_handler = ObjectList(
        [
            *map(_side, SIDES),
            MultiFieldPanel(
                [
                    FieldPanel("severity"),
                    FieldPanel("is_urgent"),
                    FieldPanel("reach"),
                    FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                ],
                heading=_("When and where"),
            ),
        ]
    )
    create_template_name = "alerts/admin/form.html"
    edit_template_name = "alerts/admin/form.html"
    index_view_class = screens.AlertList
    add_view_class = screens.NewAlert
    edit_view_class = screens.ChangedAlert

    @property
    def list_display(self) -> list[Any]:
        return [
            TitleColumn(
                "heading_en",
                label=_("Heading"),
                accessor=screens.heading,
                url_name=self.get_url_name("edit"),
            ),
            screens.WhenColumn("when", label=_("Shown")),
            screens.WhereColumn("reach", label=_("Where and how")),
        ]

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_add_view_kwargs(**self._with_preview(kwargs))

    def get_edit_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_edit_view_kwargs(**self._with_preview(kwargs))

    def _with_preview(self, kwargs: dict[str, Any]) -> dict[str, Any]:
        return {"preview_url_name": self.get_url_name("preview"), **kwargs}

    def get_urlpatterns(self) -> list[URLPattern]:
        preview = self.construct_view(
            screens.PreviewedAlert, **self.get_add_view_kwargs()
        )
        return [*super().get_urlpatterns(), path("preview/", preview, name="preview")]
