"""What is collected of people: said by the rooms that collect it, at one service.

A room says so with `register_collecting`; journeys do it for every plugin's forms
(forms.journeys.collecting). All words are in the language that is on while it is asked.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sites.models import Service
from sites.notices.audiences import Audience


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Things asked for one reason. `special`: an answer may tell of somebody's health,
    origin, beliefs or private life.
    """

    why: str
    asked: Sequence[str]
    special: bool = False


@dataclass(frozen=True, kw_only=True)
class KeptFor:
    """Something that is kept, and for how long."""

    what: str
    how_long: str


@dataclass(frozen=True, kw_only=True)
class Collected:
    """What one part of a service collects of one kind of people.

    `ask` gives what is asked and why; it may ask the database. `whose` information it
    is, `later` what is written down afterwards, `recipients` who sees it besides the
    service itself.
    """

    key: str
    audience: Audience
    title: str
    whose: str
    ask: Callable[[], Sequence[Reason]]
    kept: Sequence[KeptFor] = ()
    later: Sequence[str] = ()
    recipients: Sequence[str] = ()


Provider = Callable[[Service], Iterator[Collected]]
_providers: list[Provider] = []


def register_collecting(provider: Provider) -> Provider:
    """Let `provider(service)` say what it collects there; usable as a decorator."""
    _providers.append(provider)
    return provider


def collected_by(service: Service) -> list[Collected]:
    """Everything that is collected at the service now."""
    return [one for provider in _providers for one in provider(service)]


def collected_of(service: Service, audience: Audience) -> list[Collected]:
    """What is collected of this kind of people there."""
    return [one for one in collected_by(service) if one.audience == audience]


def audiences_of(service: Service) -> list[Audience]:
    """Of whom anything is collected, in their usual order."""
    present = {one.audience for one in collected_by(service)}
    return [audience for audience in Audience if audience in present]
