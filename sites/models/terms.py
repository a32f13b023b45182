"""On what terms a form is open: to whom, what it promises, who is told.

Kept as JSON in the service's row, which comes with its site: a public page that shows
whether a form is open asks the database nothing more.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Opening(models.TextChoices):
    """Whether a form takes new people."""

    OPEN = "open", pgettext_lazy("form", "Open")
    PAUSED = "paused", pgettext_lazy("form", "Paused")
    CLOSED = "closed", pgettext_lazy("form", "Closed")


class Told(models.TextChoices):
    """Who is told that something has come, besides people named one by one."""

    MAILBOX = "mailbox", _("The service's own e-mail address")
    COORDINATORS = "coordinator", _("All coordinators")
    MANAGERS = "manager", _("All service managers")


@dataclass(frozen=True, kw_only=True)
class FormTerms:
    """The terms of one form. `days` and `months` hold what was set, by key.

    With `detailed_stages` its inbox shows every stage, and not the plain steps alone.
    Whoever is `on_duty` sees young people's requests at once, the `deputy` if nobody
    opens them. `own` holds what this form alone lets its service choose, by key: its
    plugin writes and reads it.
    """

    state: Opening = Opening.OPEN
    message_en: str = ""
    message_cy: str = ""
    days: Mapping[str, int] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    told: tuple[str, ...] = (Told.MAILBOX.value,)
    told_people: tuple[int, ...] = ()
    detailed_stages: bool = False
    on_duty: int | None = None
    deputy: int | None = None
    own: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "FormTerms":
        """The terms as they are kept; a state that is none of ours counts as closed."""
        known = {name: kept[name] for name in cls.__dataclass_fields__ if name in kept}
        if "state" in known:
            ours = known["state"] in Opening.values
            known["state"] = Opening(known["state"]) if ours else Opening.CLOSED
        for name in ("told", "told_people"):
            if name in known:
                known[name] = tuple(known[name])
        return cls(**known)

    def written(self) -> dict[str, Any]:
        """As plain JSON values."""
        kept = asdict(self)
        return {
            **kept,
            "state": self.state.value,
            "days": dict(self.days),
            "months": dict(self.months),
            "told": list(self.told),
            "told_people": list(self.told_people),
        }

    def message_in(self, language: str) -> str:
        """What the service says to people while it is not open."""
        return self.message_cy if language == "cy" else self.message_en
