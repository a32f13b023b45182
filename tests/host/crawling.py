"""Find every admin address and fill its parameters with another authority's ids."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


def admin_routes() -> Iterator[str]:
    """Every route under /admin/ as a template such as "pages/<int:page_id>/edit/"."""
    for entry in get_resolver().url_patterns:
        if str(entry.pattern) == "admin/":
            yield from _routes(entry, "/admin/")


def fill(route: str, ids: dict[str, Any], fallback: Any) -> str:
    """The address with each parameter replaced, by name or by the fallback."""
    out, rest = "", route
    while "<" in rest:
        before, _, rest = rest.partition("<")
        parameter, _, rest = rest.partition(">")
        name = parameter.partition(":")[2] or parameter
        out += before + str(ids.get(name, fallback))
    return out + rest


def _routes(resolver: URLResolver, prefix: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _routes(entry, path)
        elif isinstance(entry, URLPattern) and not any(c in path for c in "^$("):
            yield path
