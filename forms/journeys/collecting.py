"""What a form says of the questions it asks: of whom, why, who sees it, how long.

The privacy notices, the records of processing and the assessment are made from it
(sites.notices). Every field of a journey stands in exactly one `Use`: a system check
says which does not.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.functional import Promise

from sites.models import Service
from sites.notices.audiences import Audience

if TYPE_CHECKING:
    from forms.journeys.declaring import Journey, Situation

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Use:
    """Questions that are asked for one reason, by the names of their fields.

    `special`: an answer may tell of somebody's health, origin, beliefs or private life.
    `asked_if` says at which services they are asked; at all, where it says nothing.
    """

    why: Words
    fields: Sequence[str]
    special: bool = False
    asked_if: Callable[[Service], bool] | None = None

    def is_asked_at(self, service: Service) -> bool:
        """Whether the service asks them."""
        return self.asked_if is None or self.asked_if(service)


@dataclass(frozen=True, kw_only=True)
class Collects:
    """What a part of a form collects, for the readers it is asked of.

    `whose` information it is. `later` is written down afterwards; `recipients` see it
    besides the service. `kept_words` say in the reader's own words what a `Keeping`
    keeps, by its key; its label says it otherwise.
    """

    audiences: Sequence[Audience]
    whose: Words
    uses: Sequence[Use]
    later: Sequence[Words] = ()
    recipients: Sequence[Words] = ()
    kept_words: Mapping[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Collecting:
    """All that a journey says of it; `reader` tells whose notice somebody is shown."""

    parts: Sequence[Collects]
    reader: "Audience | Callable[[Situation], Audience]"

    def reader_of(self, situation: "Situation") -> Audience:
        """Whose notice it is for somebody in this situation."""
        return self.reader(situation) if callable(self.reader) else self.reader

    @property
    def audiences(self) -> list[Audience]:
        """Everybody of whom it collects anything, once."""
        return list(dict.fromkeys(a for part in self.parts for a in part.audiences))

    @property
    def names(self) -> list[str]:
        """The fields it speaks of, as often as it does."""
        return [name for part in self.parts for use in part.uses for name in use.fields]


def problems(journey: "Journey") -> Iterator[str]:
    """Where what is said of the questions is not what is asked."""
    if journey.collecting is None:
        return
    asked = {name for step in journey.steps for name in step.names}
    said = Counter(journey.collecting.names)
    for name in sorted(asked - said.keys()):
        yield f"the field “{name}” stands in no privacy notice"
    for name in sorted(said.keys() - asked):
        yield f"the privacy notice speaks of the unknown field “{name}”"
    for name, times in sorted(said.items()):
        if times > 1:
            yield f"the privacy notice gives {times} reasons for the field “{name}”"
