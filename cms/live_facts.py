"""Words of a text that follow the settings: `{minimum_age}` is read as it is now.

Facts of cms.starter are written into a page once, when it is made; these stand in the
text as they are and are put in while it is shown, so that no page ever says what the
settings no longer say. They ask the database nothing.
"""

import re
from collections.abc import Callable, Mapping

from django.utils.html import escape
from django.utils.safestring import SafeString
from wagtail.models import Site

Provider = Callable[[Site, str], Mapping[str, str]]
_providers: list[Provider] = []
_TOKEN = re.compile(r"\{(\w{2,40})\}")


def register_live_facts(provider: Provider) -> Provider:
    """Let `provider(site, language)` answer for tokens; usable as a decorator."""
    _providers.append(provider)
    return provider


def put_in(html: str, site: Site | None, language: str) -> SafeString:
    """The shown text with what is known in the place of its tokens; others stay."""
    if site is None or not _TOKEN.search(html):
        return SafeString(html)
    known: dict[str, str] = {}
    for provider in _providers:
        known |= provider(site, language)
    return SafeString(
        _TOKEN.sub(lambda t: escape(known[t[1]]) if t[1] in known else t[0], html)
    )
