"""What every account page shows: the way to itself in the other language."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from cms.language.choice import LANGUAGES, NAMES
from cms.language.links import LanguageLink
from sites.entry.middleware import is_account_page


def language_switch(request: HttpRequest) -> dict[str, Any]:
    """`language_links` on account pages: one address speaks both languages."""
    if not is_account_page(request):
        return {}
    return {"language_links": [_link(request, language) for language in LANGUAGES]}


def _link(request: HttpRequest, language: str) -> LanguageLink:
    is_current = get_language() == language
    choose = reverse("entry_language", args=[language])
    url = f"{choose}?{urlencode({'next': request.get_full_path()})}"
    return LanguageLink(language, NAMES[language], url, is_current, available=False)
