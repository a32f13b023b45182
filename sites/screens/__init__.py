"""The settings of a service as its managers see them: a short list of pages.

Each page is a `Group` with a form. Rooms above add their own with `register_groups`;
every change is logged (sites.screens.changes).
"""

from sites.screens.fields import MonthsField, WorkingDaysField
from sites.screens.forms import Section, SettingsForm
from sites.screens.groups import Group, register_groups

__all__ = [
    "Group",
    "MonthsField",
    "Section",
    "SettingsForm",
    "WorkingDaysField",
    "register_groups",
]
