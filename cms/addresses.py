"""Which host names lead to which site, and where its pages begin: the one place to ask.

A site has its canonical host (Wagtail's `Site`) and any number of other names, which
rooms above the host keep and tell by `register_host_names`. A name either serves the
pages of one language, or only redirects. All is found in three queries for all sites
and kept in each process until their epoch changes (cms.epochs), which happens
wherever Wagtail would have cleared its own cache of paths, and when a name changes.

Wagtail's `Site.get_site_root_paths` costs a query a site, and knows one host a site:
`install` puts ours in its place, and with it `Page.get_url`; a test names them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.db.models.signals import post_delete, post_save
from django.dispatch import Signal
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.utils.translation import get_language_from_path
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

from cms.activation import SERVICE_ROOT_PATH
from cms.epochs import Kept
from cms.models import SiteProfile

hosts_changed = Signal()
"""Sent in the changing transaction with `site_id`: whose host names changed."""


@dataclass(frozen=True)
class OtherName:
    """A name of a site besides its canonical host, for pages of one language."""

    hostname: str
    site_id: int
    language: str
    serves: bool


@dataclass(frozen=True)
class Host:
    """A name by which requests come; `language` is empty for the canonical one."""

    hostname: str
    port: int
    site_id: int
    root_url: str
    language: str = ""
    serves: bool = True


@dataclass
class _Known:
    """All that is kept; `roots` holds the root URL by site and language, `trees` the
    site by where its pages begin in the tree.
    """

    paths: list[SiteRootPath] = field(default_factory=list)
    hosts: dict[str, list[Host]] = field(default_factory=dict)
    roots: dict[tuple[int, str], str] = field(default_factory=dict)
    trees: dict[str, int] = field(default_factory=dict)
    suspended: set[int] = field(default_factory=set)
    hub_id: int = 0


Provider = Callable[[], Iterable[OtherName]]
_providers: list[Provider] = []
_wagtail_get_url = Page.get_url


def install() -> None:
    """Put ours in the place of Wagtail's."""
    Site.get_site_root_paths = staticmethod(root_paths)
    Site.clear_site_root_paths_cache = staticmethod(forget)
    Page.get_url = get_url
    for signal in (post_save, post_delete):
        signal.connect(_profile_changed, sender=SiteProfile)


def register_host_names(provider: Provider) -> Provider:
    """Let `provider()` tell the other names of all sites, in one query."""
    _providers.append(provider)
    return provider


def root_paths() -> list[SiteRootPath]:
    """The root path of every site in every language, the most specific first."""
    return _known().paths


def home_paths(site: Site) -> dict[str, str]:
    """Where the home of a site stands in the tree, by language."""
    own = (path for path in root_paths() if path.site_id == site.pk)
    return {path.language_code: path.root_path for path in own}


def host_of(request: HttpRequest) -> Host | None:
    """The host a request came to: by name and port, else the name's only one.

    Read from the raw header: an unknown one is answered by our own page.
    """
    if not hasattr(request, "_cms_host"):
        name = split_domain_port(request._get_raw_host())[0]  # type: ignore[attr-defined]  # private
        request._cms_host = _choose(_known().hosts.get(name, []), request.get_port())  # type: ignore[attr-defined]  # our memo
    found: Host | None = request._cms_host  # type: ignore[attr-defined]  # the same
    return found


def root_url(site_id: int, language: str = "") -> str:
    """Where the pages of a language stand, else the canonical host; no last slash."""
    roots = _known().roots
    return roots.get((site_id, language)) or roots.get((site_id, ""), "")


def absolute(site_id: int, path: str) -> str:
    """The address of `path` on the host where it is read."""
    return f"{root_url(site_id, get_language_from_path(path) or '')}{path}"


def link(request: HttpRequest, path: str) -> str:
    """`path` of the request's site as a link: relative where this host serves it."""
    here = host_of(request)
    language = get_language_from_path(path)
    if here is None or language is None:
        return path
    root = root_url(here.site_id, language)
    return path if root == here.root_url else f"{root}{path}"


def netlocs(site_id: int) -> set[str]:
    """The hosts, with their ports, at which something of a site is read."""
    found = {url for (pk, _code), url in _known().roots.items() if pk == site_id}
    return {urlsplit(url).netloc for url in found}


def open_roots() -> list[str]:
    """Every address at which pages of a site that is not suspended are read."""
    known = _known()
    found = {
        url for (pk, _code), url in known.roots.items() if pk not in known.suspended
    }
    return sorted(found)


def hub_root_url() -> str:
    """Where the national hub stands; empty where there is none."""
    return root_url(_known().hub_id)


def hub_id() -> int:
    """The site of the national hub; 0 where there is none."""
    return _known().hub_id


def site_id_at(path: str) -> int | None:
    """The site in whose tree the page with this `path` stands; None outside all."""
    return _known().trees.get(path[:SERVICE_ROOT_PATH])


def is_suspended(site: Site) -> bool:
    """Whether a site's public side is closed for the time being."""
    return site.pk in _known().suspended


def get_url(self: Page, request: Any = None, current_site: Any = None) -> str | None:
    """As Wagtail gives it: relative, unless the page stands on another host."""
    url: str | None = _wagtail_get_url(self, request, current_site)
    here = host_of(request) if isinstance(request, HttpRequest) else None
    if url is None or here is None or not url.startswith("/"):
        return url
    root: str = self.get_url_parts(request=request)[1]
    return url if root in (here.root_url, "") else f"{root}{url}"


def forget() -> None:
    """Every process finds them anew: now, and again when others see the change."""
    _kept.forget()


def _profile_changed(sender: Any, **kwargs: Any) -> None:
    forget()


def _known() -> _Known:
    return _kept.get()


def _choose(hosts: list[Host], port: str) -> Host | None:
    exact = [host for host in hosts if str(host.port) == port]
    if exact:
        return exact[0]
    return hosts[0] if len(hosts) == 1 else None


def _find() -> _Known:
    sites = Site.objects.select_related("root_page", "profile").order_by(
        "-root_page__url_path", "-is_default_site", "hostname"
    )
    found = _Known()
    by_id = {site.pk: site for site in sites}
    for site in by_id.values():
        _note_site(found, site)
    for name in (name for provider in _providers for name in provider()):
        _note_name(found, name, by_id.get(name.site_id))
    homes = _homes()
    found.paths = [
        SiteRootPath(site.pk, path, _root_of(found, site, language), language)
        for site in by_id.values()
        for path, language in homes[site.root_page.translation_key]
    ]
    return found


def _root_of(found: _Known, site: Site, language: str) -> str:
    return found.roots.get((site.pk, language)) or str(site.root_url)


def _note_site(found: _Known, site: Site) -> None:
    profile = getattr(site, "profile", None)
    if profile and profile.suspended_at:
        found.suspended.add(site.pk)
    if profile and profile.is_hub:
        found.hub_id = found.hub_id or site.pk
    found.roots[site.pk, ""] = site.root_url
    found.trees[site.root_page.path[:SERVICE_ROOT_PATH]] = site.pk
    host = Host(site.hostname, site.port, site.pk, site.root_url)
    found.hosts.setdefault(site.hostname, []).append(host)


def _note_name(found: _Known, name: OtherName, site: Site | None) -> None:
    if site is None or name.hostname in found.hosts:
        return  # A canonical host is nobody's other name, whatever a row says.
    root = Site(hostname=name.hostname, port=site.port).root_url
    host = Host(
        name.hostname, site.port, site.pk, root, name.language, serves=name.serves
    )
    found.hosts[name.hostname] = [host]
    if name.serves:
        found.roots[site.pk, name.language] = root


def _homes() -> dict[Any, list[tuple[str, str]]]:
    homes: dict[Any, list[tuple[str, str]]] = defaultdict(list)
    keys = Site.objects.values("root_page__translation_key")
    for key, path, language in Page.objects.filter(
        translation_key__in=keys
    ).values_list("translation_key", "url_path", "locale__language_code"):
        homes[key].append((path, language))
    return homes


_kept = Kept("addresses", _find)
