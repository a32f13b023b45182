"""Where the log of sign-ins, single sign-on and one's sessions stand in the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Site

from cms.admin.features import may_roll_out
from sites.entry import admin_language, log_screen
from sites.entry.sso import screens


class SignInsMenuItem(MenuItem):
    """Shown to whoever may read the log at this host's site."""

    def is_shown(self, request: HttpRequest) -> bool:
        return log_screen.may_read(request.user, Site.find_for_request(request))


class ProvidersMenuItem(MenuItem):
    """Shown to the network's administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_roll_out(request.user, Site.find_for_request(request))


@hooks.register("register_admin_urls")
def add_addresses() -> list[Any]:
    """The screens' addresses."""
    one = screens.ProviderView.as_view()
    return [
        path("sign-ins/", log_screen.SignInsView.as_view(), name="entry_sign_ins"),
        path(
            "sign-ins/csv/",
            log_screen.SignInsCsvView.as_view(),
            name="entry_sign_ins_csv",
        ),
        path(
            "single-sign-on/", screens.ProvidersView.as_view(), name="entry_providers"
        ),
        path("single-sign-on/<int:site_id>/", one, name="entry_provider"),
        path(
            "language/<str:language>/",
            admin_language.turn,
            name="entry_admin_language",
        ),
    ]


@hooks.register("register_admin_menu_item")
def add_language_to_menu() -> MenuItem:
    """The other language, last in everybody's menu."""
    return admin_language.LanguageMenuItem(
        "", "", name="language", icon_name="globe", order=20_000
    )


@hooks.register("register_settings_menu_item")
def add_sign_ins_to_menu() -> MenuItem:
    """The log of sign-ins."""
    return SignInsMenuItem(
        _("Sign-ins"), reverse("entry_sign_ins"), icon_name="history", order=60
    )


@hooks.register("register_settings_menu_item")
def add_providers_to_menu() -> MenuItem:
    """Every council's own sign-in."""
    return ProvidersMenuItem(
        _("Single sign-on"), reverse("entry_providers"), icon_name="key", order=61
    )


@hooks.register("register_account_menu_item")
def lead_to_sessions(request: HttpRequest) -> dict[str, Any]:
    """On the page of one's own account."""
    return {
        "url": reverse("entry_sessions"),
        "label": _("Where you are signed in"),
        "help_text": _("Browsers in which you are signed in, and signing them out."),
    }


@hooks.register("register_log_actions")
def name_actions(actions: LogActionRegistry) -> None:
    """What is written into the audit log."""
    label = _("Single sign-on changed")
    actions.register_action("entry.single_sign_on_changed", label, label)
