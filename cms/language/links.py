"""The way from a page to the same page in the other language."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.encoding import iri_to_uri
from django.utils.translation import get_language, override
from wagtail.models import Page, Site

from cms.addresses import absolute, host_of, link, root_url
from cms.language.choice import NAMES, language_of_path, languages_at, site_language
from cms.routing import pages_near
from cms.surroundings import around
from cms.visibility import published_in_any_language, visible_pages

PathBuilder = Callable[[str], str | None]


@dataclass(frozen=True)
class LanguageLink:
    """One language of the switcher: `available` where this very page exists in it.

    `address` is where it is read, with its host and without a query: what other sites
    are told.
    """

    language: str
    name: str
    url: str
    is_current: bool
    available: bool
    address: str = ""
    is_remembered: bool = True

    @property
    def remembered_url(self) -> str:
        """The same address by way of the view that remembers the choice in a cookie.

        The address itself where the choice is not to be remembered on the device.
        """
        if not self.is_remembered:
            return self.url
        chosen = reverse("choose_language", args=[self.language])
        return f"{chosen}?{urlencode({'next': self.url})}"


def language_links(
    request: HttpRequest,
    page: Page | None = None,
    path_builder: PathBuilder | None = None,
) -> list[LanguageLink]:
    """A link for each language: the same page, step and query wherever there is one.

    `path_builder(language)` gives the path of a view whose address is not just this
    one with the other prefix (a step under a page with a translated slug); None where
    it has none. A page without a counterpart leads to where it would be read, which
    says so (cms.language.untranslated); anything else to the other language's home.
    A language that the site hides has no link.
    """
    current = language_of_path(request.path_info) or get_language()
    return [
        _current_link(request, language)
        if language == current
        else _other_link(request, language, page, path_builder)
        for language in languages_at(request)
    ]


def links_of_the_page_here(request: HttpRequest) -> list[LanguageLink]:
    """The links of the page at this address, where it refuses what was asked of it.

    For instance a number of a page of a list that is none. Empty where the reader may
    see no page here.
    """
    language = (get_language() or "")[:2]
    here = [page for page in pages_near(request) if _stands_here(request, page)]
    seen = visible_pages(Site.find_for_request(request), language)
    page = seen.filter(pk__in=[page.pk for page in here]).first() if here else None
    return language_links(request, page) if page else []


def _stands_here(request: HttpRequest, page: Page) -> bool:
    return str((page.get_url_parts(request) or ("", "", ""))[2]) == request.path


def other_language(links: list[LanguageLink]) -> LanguageLink | None:
    """The link a reader of this page may want: the language they are not reading."""
    return next((link for link in links if not link.is_current), None)


def hreflang_links(links: list[LanguageLink]) -> list[LanguageLink]:
    """The real pairs: empty unless this page exists in more than one language."""
    real = [link for link in links if link.available]
    return real if len(real) > 1 else []


def default_address(request: HttpRequest, pairs: list[LanguageLink]) -> str:
    """Where a reader of neither language goes: to what the site puts first.

    From the homes to the root, which knows what their browser would like.
    """
    host = host_of(request)
    if host and any(request.path == f"/{link.language}/" for link in pairs):
        return f"{root_url(host.site_id)}/"
    first = site_language(request)
    return next((link.address for link in pairs if link.language == first), "")


def _current_link(request: HttpRequest, language: str) -> LanguageLink:
    url = request.get_full_path()
    address = _absolute(request, request.path)
    return LanguageLink(language, NAMES[language], url, True, True, address)


def _other_link(
    request: HttpRequest,
    language: str,
    page: Page | None,
    path_builder: PathBuilder | None,
) -> LanguageLink:
    if path_builder:
        path = path_builder(language)
    elif page is not None:
        path = _page_path(request, page)
    else:
        path = _view_path(request, language)
    shown = path or _missing_path(request, page, language)
    target = _with_query(request, shown) if shown else f"/{language}/"
    stays = bool(path) and getattr(page, "stays_on_host", False)
    return LanguageLink(
        language,
        NAMES[language],
        target if stays else link(request, target),
        False,
        bool(path),
        _absolute(request, path or f"/{language}/"),
    )


def _absolute(request: HttpRequest, path: str) -> str:
    host = host_of(request)
    return absolute(host.site_id, path) if host else path


def _page_path(request: HttpRequest, page: Page) -> str | None:
    site = Site.find_for_request(request)
    if site is None:
        return None
    pair = around(request, page).pair
    if pair is None and getattr(page, "is_restricted", False):
        # Its pair is as private: whoever stands at one door may go to the other.
        twins = published_in_any_language(site).exclude(pk=page.pk)
        pair = twins.filter(translation_key=page.translation_key).first()
    return pair.get_url_parts(request)[2] if pair else None


def _missing_path(request: HttpRequest, page: Page | None, language: str) -> str | None:
    """Where `page` would be read in `language`: there it is said that it is not.

    None for what is not public itself, and where another page stands at that address.
    """
    if page is None or not _is_public(page) or around(request, page).namesake:
        return None
    path: str = page.get_url_parts(request)[2]
    return f"/{language}{path.removeprefix(f'/{page.locale.language_code}')}"


def _is_public(page: Page) -> bool:
    is_ready = page.live and getattr(page, "language_ready_at", None)
    return bool(is_ready and not getattr(page, "is_restricted", True))


def _view_path(request: HttpRequest, language: str) -> str | None:
    """The same view's path: it may be translated beyond its prefix."""
    match = request.resolver_match
    written = language_of_path(request.path_info)
    # No view, or Wagtail's catch-all without a page: nothing stands at this address.
    if not written or match is None or match.view_name == "wagtail_serve":
        return None
    with override(language):
        try:
            return reverse(match.view_name, args=match.args, kwargs=match.kwargs)
        except NoReverseMatch:
            return f"/{language}{request.path_info[len(written) + 1 :]}"


def _with_query(request: HttpRequest, path: str) -> str:
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{iri_to_uri(query)}" if query else path
