"""The roles a person can hold at a service or at the hub."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a member of staff does for one site; a person may hold several."""

    MANAGER = "manager", _("service manager")
    COORDINATOR = "coordinator", _("coordinator")
    EDITOR = "editor", _("editor")
    TRANSLATOR = "translator", _("translator")
    HUB_EDITOR = "hub_editor", _("hub editor")
    NETWORK_ADMIN = "network_admin", _("network administrator")


LOCAL_ROLES = (Role.MANAGER, Role.COORDINATOR, Role.EDITOR, Role.TRANSLATOR)
HUB_ROLES = (Role.HUB_EDITOR, Role.NETWORK_ADMIN, Role.TRANSLATOR)
CASEWORK_ROLES = frozenset({Role.MANAGER, Role.COORDINATOR})
PAGE_ROLES = frozenset(
    {Role.MANAGER, Role.EDITOR, Role.HUB_EDITOR, Role.NETWORK_ADMIN, Role.TRANSLATOR}
)
SETTINGS_ROLES = frozenset({Role.MANAGER, Role.NETWORK_ADMIN})
