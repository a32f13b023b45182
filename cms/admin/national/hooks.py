"""National texts in the menu, on the dashboard, and where such a page is edited."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page, Site

from cms.admin.national.screens import may_take, may_write
from cms.admin.place import current_site
from cms.language.dates import plain_date
from cms.models import StarterKey
from cms.national.queries import waiting_at

ICON = "doc-full-inverse"


class WaitingTexts(Component):
    """For a service's managers and editors: which national texts wait."""

    name = "waiting_texts"
    order = 60
    template_name = "cms/admin/national/panel.html"

    def __init__(self, request: HttpRequest) -> None:
        self.site = current_site(request)

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"waiting": waiting_at(self.site)}

    def render_html(self, parent_context: Any = None) -> str:
        context = self.get_context_data(parent_context)
        if not context["waiting"]:
            return ""
        return str(super().render_html(parent_context))


class OwnMenuItem(MenuItem):
    """Shown where the person decides for the service of this host."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_take(request.user, Site.find_for_request(request))


class HubMenuItem(MenuItem):
    """Shown at the hub to whoever writes the texts."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_write(request.user, Site.find_for_request(request))


@hooks.register("register_admin_urls")
def add_addresses() -> list[Any]:
    """The screens, /admin/national-texts/ and /admin/hub/national-texts/."""
    from cms.admin.national import urlpatterns

    return urlpatterns


@hooks.register("register_admin_menu_item")
def add_own_to_menu() -> MenuItem:
    """After the pages."""
    return OwnMenuItem(
        gettext_lazy("National texts"),
        reverse("cms_national_texts"),
        name="national-texts",
        icon_name=ICON,
        order=210,
    )


@hooks.register("register_admin_menu_item")
def add_hub_to_menu() -> MenuItem:
    """The same at the hub."""
    return HubMenuItem(
        gettext_lazy("National texts"),
        reverse("cms_national_hub"),
        name="hub-national-texts",
        icon_name=ICON,
        order=210,
    )


@hooks.register("construct_homepage_panels")
def tell_of_waiting_texts(request: HttpRequest, panels: list[Any]) -> None:
    """The dashboard says what waits."""
    if may_take(request.user, current_site(request)):
        panels.append(WaitingTexts(request))


@hooks.register("before_edit_page")
def tell_where_it_came_from(request: HttpRequest, page: Page) -> None:
    """The edit screen says of which version the page was made."""
    if request.method != "GET":
        return
    rows = StarterKey.objects.filter(page_id=page.pk, text__isnull=False)
    row = rows.select_related("text").first()
    if row is None or row.text is None:
        return
    told = _("Made from the national text, version %(version)d.")
    if row.text.law_checked_on:
        told = _(
            "Made from the national text, version %(version)d; law checked on %(day)s."
        )
    day = row.text.law_checked_on and plain_date(row.text.law_checked_on)
    buttons = []
    if may_take(request.user, Site.find_for_request(request)):
        address = reverse("cms_national_text", args=[row.key])
        buttons.append(messages.button(address, _("Compare")))
    facts = {"version": row.text.version, "day": day}
    messages.info(request, told % facts, buttons=buttons)


@hooks.register("register_log_actions")
def name_actions(actions: LogActionRegistry) -> None:
    """What is written into the audit log."""
    for name, label in (
        ("cms.national_text_revised", gettext_lazy("National text changed")),
        ("cms.national_text_checked", gettext_lazy("Law checked")),
        ("cms.national_text_taken", gettext_lazy("National text taken")),
        ("cms.national_text_kept", gettext_lazy("Own words kept")),
    ):
        actions.register_action(name, label, label)
