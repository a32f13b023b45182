"""Which language a request is answered in."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_from_path
from django.utils.translation.trans_real import parse_accept_lang_header
from wagtail.models import Site

from cms.addresses import host_of

LANGUAGES = ("en", "cy")
NAMES = {"en": "English", "cy": "Cymraeg"}


def language_of_path(path: str) -> str | None:
    """The language a path is written under: /cy/… is Welsh."""
    return get_language_from_path(path)


def preferred_language(request: HttpRequest) -> str:
    """What this reader would like where the address does not say.

    The host's own language where it has one, then their own choice (a cookie), then the
    browser's languages, then the site's first.
    """
    wanted = _wanted_language(request)
    # English is always there; a service may hide its Welsh side.
    return wanted if wanted == "en" or wanted in languages_at(request) else "en"


def _wanted_language(request: HttpRequest) -> str:
    host = host_of(request)
    if host is not None and host.language:
        return host.language
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    if chosen in LANGUAGES:
        return chosen
    return _browser_language(request) or site_language(request)


def _browser_language(request: HttpRequest) -> str | None:
    accepted = parse_accept_lang_header(request.headers.get("accept-language", ""))
    for code, quality in accepted:
        language = code.partition("-")[0]
        if quality and language in LANGUAGES:  # q=0: anything but that.
            return language
    return None


def languages_at(request: HttpRequest) -> tuple[str, ...]:
    """The languages that the site of this host shows: an English one may hide Welsh."""
    return languages_of(Site.find_for_request(request))


def languages_of(site: Site | None) -> tuple[str, ...]:
    """The languages that `site` shows; both where nobody made it a service."""
    profile = getattr(site, "profile", None)
    return profile.languages if profile else LANGUAGES


def shown_language(site: Site, language: str) -> str:
    """`language` where `site` shows it, else English: where a link to it can lead."""
    return language if language in languages_of(site) else "en"


def site_language(request: HttpRequest) -> str:
    """The language the site of this host puts first."""
    site = Site.find_for_request(request)
    profile = getattr(site, "profile", None)
    return profile.default_language if profile else settings.LANGUAGE_CODE
