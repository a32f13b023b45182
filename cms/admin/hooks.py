"""`site_hook`: a Wagtail hook that acts only where its plugin is on."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.urls import URLPattern, URLResolver
from wagtail import hooks
from wagtail.models import Page, Site

from cms.activation import is_on
from cms.plugins import plugin_of_module
from cms.plugins.hooks import Treatment, hook_called
from cms.visibility import site_of

Function = Callable[..., Any]


def site_hook(name: str, *, order: int = 0) -> Callable[[Function], Function]:
    """Register a plugin's function for a Wagtail hook, kept to sites where it is on.

    The site is that of the request, or of the page where the hook is given no request.
    ValueError for a hook that cannot be kept to a site; it says what to use instead;
    and for a function that stands in no plugin, which would never be called.
    """
    treatment = hook_called(name).treatment
    if treatment not in _KEPT:
        raise ValueError(f"{name}: {treatment}. {hook_called(name).why}")

    def register(fn: Function) -> Function:
        if plugin_of_module(fn.__module__) is None:
            raise ValueError(f"{fn.__module__} stands in no plugin's package.")
        kept = _KEPT[treatment](fn)
        kept.acts_where_on = True  # type: ignore[attr-defined]  # read by the checks
        hooks.register(name, kept, order=order)
        return kept

    return register


def owner_is_on(fn: Any, site: Site | None) -> bool:
    """Whether the plugin in whose package `fn` stands is on at `site`."""
    plugin = plugin_of_module(fn.__module__)
    return plugin is not None and is_on(site, plugin.label)


def _site_asked_about(arguments: list[Any]) -> Site | None:
    for argument in arguments:
        if isinstance(argument, HttpRequest):
            return Site.find_for_request(argument)
    for argument in arguments:
        if isinstance(argument, Page):
            return site_of(argument)
    return None


def _or_else(nothing: Callable[[list[Any]], Any]) -> Callable[[Function], Function]:
    """Call the function where its plugin is on, and elsewhere `nothing`."""

    def keep(fn: Function) -> Function:
        @wraps(fn)
        def kept(*args: Any, **kwargs: Any) -> Any:
            given = [*args, *kwargs.values()]
            if owner_is_on(fn, _site_asked_about(given)):
                return fn(*args, **kwargs)
            return nothing(given)

        return kept

    return keep


def _what_was_given(arguments: list[Any]) -> Any:
    return next(rows for rows in arguments if isinstance(rows, QuerySet))


def _hide_entry(fn: Function) -> Function:
    @wraps(fn)
    def kept() -> Any:
        item = fn()
        shown = item.is_shown

        def is_shown(request: HttpRequest) -> bool:
            on = owner_is_on(fn, Site.find_for_request(request))
            return on and bool(shown(request))

        item.is_shown = is_shown
        return item

    return kept


def _gate_addresses(fn: Function) -> Function:
    @wraps(fn)
    def kept() -> list[Any]:
        return [gated(pattern, fn) for pattern in fn()]

    return kept


def gated(pattern: URLPattern | URLResolver, owner: Any) -> URLPattern | URLResolver:
    """The same addresses, 404 where the plugin of `owner` is off."""
    if isinstance(pattern, URLResolver):
        pattern.url_patterns[:] = [gated(p, owner) for p in pattern.url_patterns]
        return pattern
    view = pattern.callback

    @wraps(view)
    def only_where_on(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not owner_is_on(owner, Site.find_for_request(request)):
            raise Http404
        return view(request, *args, **kwargs)

    pattern.callback = only_where_on
    return pattern


_KEPT: dict[Treatment, Callable[[Function], Function]] = {
    Treatment.ACTS: _or_else(lambda given: None),
    Treatment.LISTS: _or_else(lambda given: []),
    Treatment.FILTERS: _or_else(_what_was_given),
    Treatment.MENU: _hide_entry,
    Treatment.URLS: _gate_addresses,
}
