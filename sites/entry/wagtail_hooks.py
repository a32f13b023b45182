"""The account in Wagtail's admin: the way to our pages, and what the log says."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry


@hooks.register("register_log_actions")
def name_actions(actions: LogActionRegistry) -> None:
    """What is written into the audit log about ways in."""
    label = _("Second factors taken away")
    actions.register_action("entry.factors_forgotten", label, label)


@hooks.register("register_account_menu_item")
def lead_to_password(request: HttpRequest) -> dict[str, Any]:
    """On the page of one's own account, beside Wagtail's settings."""
    return {
        "url": reverse("account_change_password"),
        "label": _("Change password"),
        "help_text": _("Change the password with which you sign in."),
    }


@hooks.register("register_account_menu_item")
def lead_to_second_factor(request: HttpRequest) -> dict[str, Any]:
    """The same for authenticator apps, passkeys and recovery codes."""
    return {
        "url": reverse("mfa_index"),
        "label": _("Second factor"),
        "help_text": _("Authenticator app, passkeys and recovery codes."),
    }
