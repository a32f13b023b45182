"""Speak the language of the address: /en/… English, /cy/… Welsh.

Unlike Django's own middleware this never redirects: behind Wagtail's catch-all that
would turn every 404 of the admin into a 302.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from cms.language.choice import language_of_path, preferred_language


class LanguageMiddleware:
    """Activate a language for each request, and say in the answer which it was."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        written = language_of_path(request.path_info)
        translation.activate(written or preferred_language(request))
        request.LANGUAGE_CODE = translation.get_language()
        response = self.get_response(request)
        if not written:
            patch_vary_headers(response, ("Accept-Language", "Cookie"))
        response.headers.setdefault("Content-Language", translation.get_language())
        return response
