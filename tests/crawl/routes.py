"""Every address the project answers, found from the URL resolver, regexes too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RoutePattern
from django.utils.regex_helper import normalize

ANGLES = re.compile(r"<(?:(?P<kind>[^>:]+):)?(?P<name>\w+)>")
PERCENTS = re.compile(r"%\((?P<name>\w+)\)s")


@dataclass(frozen=True)
class Route:
    """An address with its parameters as {name}, and what answers it."""

    template: str
    parameters: tuple[tuple[str, str], ...]  # name and kind ("int", "slug", …, "")
    namespace: str
    name: str
    callback: Any

    @property
    def view_name(self) -> str:
        """As `request.resolver_match.view_name` gives it."""
        return f"{self.namespace}:{self.name}" if self.namespace else self.name

    @property
    def names(self) -> tuple[str, ...]:
        """The parameters' names in their order."""
        return tuple(name for name, _kind in self.parameters)

    def __str__(self) -> str:
        return f"{self.view_name or '-'} {self.template}"


def all_routes() -> list[Route]:
    """Every route of the project, each once."""
    found = _routes(get_resolver(), "/", (), ())
    return list({route.template: route for route in found}.values())


def _routes(
    resolver: URLResolver, before: str, namespaces: tuple[str, ...], had: Any
) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        template, parameters = _written(entry.pattern, len(had))
        path, all_of_them = before + template, (*had, *parameters)
        if isinstance(entry, URLResolver):
            below = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _routes(entry, path, below, all_of_them)
        elif isinstance(entry, URLPattern):
            name = entry.name if isinstance(entry.name, str) else ""
            yield Route(path, all_of_them, ":".join(namespaces), name, entry.callback)


def _written(pattern: Any, nameless: int) -> tuple[str, list[tuple[str, str]]]:
    """A pattern as a template, and its parameters."""
    if isinstance(pattern, LocalePrefixPattern):
        return "en/", []
    if isinstance(pattern, RoutePattern):
        route = str(pattern)
        kinds = [(m["name"], m["kind"] or "str") for m in ANGLES.finditer(route)]
        return ANGLES.sub(r"{\g<name>}", route), kinds
    written, names = normalize(pattern.regex.pattern)[-1]
    named = [(f"nameless{nameless}{n}" if n.startswith("_") else n, "") for n in names]
    given = iter(named)
    return PERCENTS.sub(lambda match: "{" + next(given)[0] + "}", written), named
