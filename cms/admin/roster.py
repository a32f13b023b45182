"""Every site by its name: the host knows no authorities, so whoever does says them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language
from wagtail.models import Site


@dataclass(frozen=True)
class Listed:
    """A site as lists of all sites name it.

    `language` is that of the name where it differs from the reader's. `nation` is a
    code to filter by; empty for a site of no nation, such as the hub.
    """

    site: Site
    name: str
    language: str = ""
    nation: str = ""
    nation_name: str | Promise = ""

    @property
    def kind(self) -> str:
        """ "local" or "hub"."""
        return str(self.site.profile.kind)

    @property
    def is_hub(self) -> bool:
        """Whether it is the national hub, and no authority's service."""
        return bool(self.site.profile.is_hub)


Writer = Callable[[str], list[Listed]]


def _by_host(language: str) -> list[Listed]:
    sites = Site.objects.filter(profile__isnull=False).select_related("profile")
    return [Listed(site, site.site_name or site.hostname) for site in sites]


_writers: list[Writer] = [_by_host]


def register_roster(writer: Writer) -> Writer:
    """Let `writer(language)` list the sites; the last one registered.

    In the order of the language's alphabet, with profiles, in a fixed number of
    queries.
    """
    _writers.append(writer)
    return writer


def listed_sites() -> list[Listed]:
    """Every site in the reader's language and order."""
    return _writers[-1](reader())


def reader() -> str:
    """The reader's language: "cy" or "en"."""
    return "cy" if (get_language() or "").startswith("cy") else "en"
