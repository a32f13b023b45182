"""What casework writes into the audit log."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter

from forms.casework.keying.undoing import LOGGED, Mistake


class KeyingUndone(LogFormatter):
    """Names the case by its reference alone: nothing else of it is left."""

    label = gettext_lazy("Keyed-in case taken out")

    def format_message(self, log_entry: Any) -> str:
        said = log_entry.data
        return _("Case %(reference)s was keyed in by mistake: %(mistake)s") % {
            "reference": said["reference"],
            "mistake": Mistake(said["mistake"]).label,
        }


@hooks.register("register_log_actions")
def name_actions(actions: LogActionRegistry) -> None:
    """A case that was keyed in by mistake leaves no other trace."""
    actions.register_action(LOGGED)(KeyingUndone)
