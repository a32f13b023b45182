"""What is known when a notice is written."""

from collections.abc import Sequence
from dataclasses import dataclass

from sites.models import Service
from sites.notices.audiences import Audience
from sites.notices.declaring import KeptFor, Reason


@dataclass(frozen=True, kw_only=True)
class Told:
    """All that a notice says of one kind of people, whatever words it says it in."""

    service: Service
    audience: Audience
    language: str
    reasons: Sequence[Reason]
    later: Sequence[str]
    recipients: Sequence[str]
    kept: Sequence[KeptFor]

    @property
    def controller(self) -> str:
        """Who answers for it, as it is called in this language."""
        return self.service.controller_in(self.language)

    @property
    def provider(self) -> str:
        """The charity that runs the service for the council; empty where it does."""
        charity = self.service.run_by == Service.RunBy.CHARITY
        return self.service.provider if charity else ""

    @property
    def is_special(self) -> bool:
        """Whether an answer may be of a special category."""
        return any(reason.special for reason in self.reasons)
