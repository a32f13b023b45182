"""A case that is closed has no interview to come: it is called off, and both are told.

So it is whoever closes it: the person who withdraws, or staff, one case or several.
"""

from typing import Any

from forms.applications.interviews.booking import call_off
from forms.casework.models import StageMove


def call_off_when_closed(
    sender: Any, instance: StageMove, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """After a move is kept: it is still the transaction of the move."""
    case = instance.case
    if raw or not created or case.kind != "applications":
        return
    # A story told again may pass through stages of former times: they close nothing.
    is_known = instance.to_stage in case.machine.by_key
    if is_known and case.machine.closes(instance.to_stage):
        call_off(case=case, by=instance.by, goes_on=False)
