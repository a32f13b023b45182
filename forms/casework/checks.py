"""System checks: every inbox follows a machine that can be worked."""

from typing import Any, NamedTuple

from django.core.checks import CheckMessage, Error, register

from forms.casework.faults import faults
from forms.casework.kinds import inboxes


class Rule(NamedTuple):
    """What a failed check means, and its cure."""

    meaning: str
    cure: str


RULES = {
    "casework.E001": Rule(
        "The stages of a plugin's cases cannot be worked: one cannot be reached or"
        " left, lies in no step, or none comes first.",
        "Mend `machine` of its inbox: see “machine” in docs/plugins.md.",
    ),
    "casework.E002": Rule(
        "An inbox is of a kind that is not its plugin's label.",
        "Set `kind` to the plugin's label.",
    ),
}


@register
def machines_can_be_worked(**_kwargs: Any) -> list[CheckMessage]:
    """What is wrong with the stages that plugins declare; it stops the start."""
    found: list[CheckMessage] = []
    seen: dict[str, Any] = {}
    for label, inbox in _declared():
        if inbox.kind != label:
            found.append(
                Error(
                    f"The inbox “{inbox.__name__}” is of the kind “{inbox.kind}”, and"
                    f" its plugin is “{label}”.",
                    hint=RULES["casework.E002"].cure,
                    id="casework.E002",
                )
            )
        if seen.setdefault(inbox.kind, inbox.machine) is not inbox.machine:
            found.append(_wrong(label, "Two inboxes of it follow two machines."))
        found += [_wrong(label, fault) for fault in faults(inbox.machine)]
    return found


def _declared() -> list[tuple[str, Any]]:
    """The inboxes; none where a path cannot be loaded, which cms.E003 says better."""
    try:
        return list(inboxes())
    except ImportError:
        return []


def _wrong(label: str, fault: str) -> Error:
    return Error(
        f"The machine of “{label}” cannot be worked. {fault}",
        hint=RULES["casework.E001"].cure,
        id="casework.E001",
    )
