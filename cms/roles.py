"""The roles a person can hold at a service or at the hub, and what each may do.

What allows and what refuses reads its roles here: provisioning, policies, screens.
`tools/role_tables.py` writes docs/roles.md from it; a test does each thing as each
role.
"""

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Duty:
    """Something that staff do at a site, and the roles that do it there."""

    does: str
    roles: frozenset[Role]


def _duty(does: str, *roles: Role) -> Duty:
    return Duty(does, frozenset(roles))


DUTIES = {
    "pages": _duty(
        "write and change pages, and translate them",
        *(Role.MANAGER, Role.EDITOR, Role.TRANSLATOR),
        *(Role.HUB_EDITOR, Role.NETWORK_ADMIN),
    ),
    "publish": _duty(
        "publish, unpublish, lock and unlock pages",
        *(Role.MANAGER, Role.EDITOR, Role.HUB_EDITOR, Role.NETWORK_ADMIN),
    ),
    "files": _duty(
        "add and change pictures and documents",
        *(Role.MANAGER, Role.EDITOR, Role.TRANSLATOR),
        *(Role.HUB_EDITOR, Role.NETWORK_ADMIN),
    ),
    "casework": _duty(
        "read cases, work on them, write to people, print and export",
        *(Role.MANAGER, Role.COORDINATOR),
    ),
    "mail_words": _duty(
        "change the words of the mails that people get",
        *(Role.MANAGER, Role.COORDINATOR),
    ),
    "alerts": _duty(
        "write alerts that stand at the top of every page",
        *(Role.MANAGER, Role.EDITOR, Role.HUB_EDITOR, Role.NETWORK_ADMIN),
    ),
    "forms": _duty(
        "ask questions of the service's own in the application, and change its words",
        *(Role.MANAGER, Role.COORDINATOR, Role.EDITOR),
    ),
    "offers": _duty(
        "see what became of what the service offered to the hub",
        *(Role.MANAGER, Role.EDITOR),
    ),
    "hub_queue": _duty(
        "decide what the hub shows of what services offer",
        *(Role.HUB_EDITOR, Role.NETWORK_ADMIN),
    ),
    "own_texts": _duty(
        "take a new national text into the service's pages, or keep its own words",
        *(Role.MANAGER, Role.EDITOR),
    ),
    "national_texts": _duty(
        "write the national texts of which services' pages are made",
        *(Role.HUB_EDITOR, Role.NETWORK_ADMIN),
    ),
    "keeping": _duty(
        "see for how long records are kept and what is deleted when, hold a record,"
        " print the records of processing and the impact assessment",
        Role.MANAGER,
    ),
    "rights": _duty(
        "answer people who ask for their own data, correct it and erase it",
        Role.MANAGER,
    ),
    "settings": _duty("change the settings", Role.MANAGER, Role.NETWORK_ADMIN),
    "features": _duty("switch features of the site", Role.MANAGER, Role.NETWORK_ADMIN),
    "staff": _duty(
        "invite people, change their roles, remove them",
        *(Role.MANAGER, Role.NETWORK_ADMIN),
    ),
    "sign_ins": _duty("read the log of sign-ins", Role.MANAGER, Role.NETWORK_ADMIN),
    "reads": _duty("read the log of who has read which record", Role.MANAGER),
    "network": _duty(
        "look after all sites: make services, roll out features, invite first managers,"
        " give web addresses, suspend, rename, set up single sign-on, take away a lost"
        " second factor",
        Role.NETWORK_ADMIN,
    ),
}
PAGE_ROLES = DUTIES["pages"].roles
PUBLISH_ROLES = DUTIES["publish"].roles
FILE_ROLES = DUTIES["files"].roles
CASEWORK_ROLES = DUTIES["casework"].roles
MAIL_WORDS_ROLES = DUTIES["mail_words"].roles
ALERT_ROLES = DUTIES["alerts"].roles
FORM_ROLES = DUTIES["forms"].roles
OFFER_ROLES = DUTIES["offers"].roles
HUB_QUEUE_ROLES = DUTIES["hub_queue"].roles
OWN_TEXT_ROLES = DUTIES["own_texts"].roles
NATIONAL_TEXT_ROLES = DUTIES["national_texts"].roles
KEEPING_ROLES = DUTIES["keeping"].roles
RIGHTS_ROLES = DUTIES["rights"].roles
SETTINGS_ROLES = DUTIES["settings"].roles
FEATURE_ROLES = DUTIES["features"].roles
STAFF_ROLES = DUTIES["staff"].roles
SIGN_IN_ROLES = DUTIES["sign_ins"].roles
READ_LOG_ROLES = DUTIES["reads"].roles
NETWORK_ROLES = DUTIES["network"].roles
