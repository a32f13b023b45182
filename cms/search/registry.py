"""What rooms above the host add to the search: names of services, and best bets."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from wagtail.models import Site

if TYPE_CHECKING:
    from cms.search.finding import Result
    from cms.search.words import Query

Names = Callable[[Collection[int], str], dict[int, str]]
Origins = Callable[[Collection[str], str], dict[str, str]]
Bets = Callable[[Site, "Query", str], list["Result"]]

_names: list[Names] = []
_origins: list[Origins] = []
_bets: list[Bets] = []


def register_names(provider: Names) -> Names:
    """Let `provider(site_ids, language)` say what services are called."""
    _names.append(provider)
    return provider


def register_origins(provider: Origins) -> Origins:
    """Let `provider(slugs, language)` say what authorities outside are called."""
    _origins.append(provider)
    return provider


def register_best_bets(provider: Bets) -> Bets:
    """Let `provider(site, query, language)` put results above the list, a few."""
    _bets.append(provider)
    return provider


def names_of(sites: Collection[int], language: str) -> dict[int, str]:
    """The names of these services in one language."""
    found: dict[int, str] = {}
    for provider in _names:
        found |= provider(sites, language)
    return found


def names_of_origins(slugs: Collection[str], language: str) -> dict[str, str]:
    """The names of the authorities outside in one language; no query without any."""
    found: dict[str, str] = {}
    for provider in _origins if slugs else ():
        found |= provider(slugs, language)
    return found


def best_bets(site: Site, query: "Query", language: str) -> list["Result"]:
    """What stands above the list of results."""
    return [bet for provider in _bets for bet in provider(site, query, language)]
