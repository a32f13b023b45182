"""The language of a request is the one its address says."""

from django.middleware.locale import LocaleMiddleware


class LanguageMiddleware(LocaleMiddleware):
    """Never redirects a 404."""

    def process_response(self, request, response):
        return response
