"""What texts in files leave open, by site and language: {area}, {council}."""

from collections.abc import Callable
from typing import Any

from wagtail.models import Site

Facts = dict[str, str]
Provider = Callable[[Site, str], Facts]

_providers: list[Provider] = []


def register_facts(provider: Provider) -> Provider:
    """Let `provider` answer for a site and a language; usable as a decorator.

    `nation` ("England" or "Wales") chooses between files that are made for one of them;
    every other fact fills the placeholder of its name.
    """
    _providers.append(provider)
    return provider


def facts_of(site: Site, language: str) -> Facts:
    """Everything known of the site in one language."""
    facts: Facts = {}
    for provider in _providers:
        facts |= provider(site, language)
    return facts


def fill(value: Any, facts: Facts) -> Any:
    """The value with its placeholders filled, in every text it holds."""
    if isinstance(value, str):
        for name, fact in facts.items():
            value = value.replace(f"{{{name}}}", fact)
        return value
    if isinstance(value, list):
        return [fill(part, facts) for part in value]
    if isinstance(value, dict):
        return {key: fill(part, facts) for key, part in value.items()}
    return value
