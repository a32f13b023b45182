"""What somebody asks for, filled in from the register, and why it cannot be made."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from cms.models import SiteProfile
from sites.hosts import clean_hostname, refuse_taken
from sites.models import Authority
from sites.provisioning.new import LANGUAGES, NewService
from sites.provisioning.prefixes import free_prefix, taken_prefixes

PREFIX = re.compile(r"[A-Z0-9]{1,4}\Z")
PLACEHOLDER = "{slug}"


class CannotCreate(Exception):
    """The service cannot be made; `reasons` say why, in the reader's language."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = list(reasons)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A service somebody asks for. What is left empty comes from the register.

    `{slug}` in a host name stands for the authority's name in addresses.
    """

    authority: Authority
    host: str = ""
    welsh_host: str = ""
    english_host: str = ""
    first_language: str = ""
    name_en: str = ""
    name_cy: str = ""
    prefix: str = ""
    manager: str = ""
    manager_name: str = ""


def fill_in(asked: Asked, *, taken: Collection[str] | None = None) -> NewService:
    """All that is needed to make what was asked for; nothing is checked here."""
    authority = asked.authority
    if taken is None:
        taken = taken_prefixes()
    names = {code: service_name(authority, code) for code in LANGUAGES}
    return NewService(
        hostname=_host(asked.host or _usual_host(), authority),
        port=usual_port(),
        name_en=asked.name_en or names["en"],
        name_cy=asked.name_cy or names["cy"],
        reference_prefix=asked.prefix.upper()
        or free_prefix(authority.area_name_en, authority.name_en, taken=taken),
        default_language=asked.first_language or first_language(authority),
        authority=authority,
        welsh_host=_host(asked.welsh_host, authority),
        english_host=_host(asked.english_host, authority),
    )


def service_name(authority: Authority, language: str) -> str:
    """The usual name of an authority's service."""
    area = authority.area_name(language)
    if language == "cy":
        return f"Ymwelwyr Annibynnol {area}"
    return f"{area} Independent Visitors"


def first_language(authority: Authority) -> str:
    """Welsh comes first in Wales unless the service says otherwise."""
    return "cy" if authority.is_welsh else "en"


def usual_port() -> int:
    """The port of the hub, which the same server answers; else that of HTTPS."""
    hubs = Site.objects.filter(profile__kind=SiteProfile.Kind.HUB)
    return hubs.values_list("port", flat=True).first() or 443


def _usual_host() -> str:
    domain = settings.SERVICE_DOMAIN
    return f"{PLACEHOLDER}.{domain}" if domain else ""


def _host(pattern: str, authority: Authority) -> str:
    return pattern.strip().lower().replace(PLACEHOLDER, authority.slug)


def require_possible(new: NewService, *, manager: str = "") -> None:
    """CannotCreate with everything that stands in the way."""
    reasons = [*_gone(new.authority), *_wrong(new), *_taken(new)]
    if manager:
        reasons += _wrong_address(manager)
    if reasons:
        raise CannotCreate(*reasons)


def _wrong(new: NewService) -> Iterator[str]:
    if not new.hostname:
        yield _("Say which host name the service gets.")
    for host in filter(None, new.hosts):
        yield from _wrong_host(host)
    asked = [x for x in (new.hostname, new.welsh_host, new.english_host) if x]
    if len(set(asked)) < len(asked):
        yield _("Give each of the host names once only.")
    if new.default_language not in LANGUAGES:
        yield _("The first language is en or cy.")
    if not PREFIX.match(new.reference_prefix):
        yield _("A prefix of references has one to four letters or digits.")


def _gone(authority: Authority | None) -> Iterator[str]:
    if authority and authority.succeeded_by:
        yield _("%(authority)s has given way to %(successor)s.") % {
            "authority": authority.name_en,
            "successor": authority.succeeded_by.name_en,
        }


def _wrong_host(host: str) -> Iterator[str]:
    try:
        refuse_taken(clean_hostname(host))
    except ValidationError as error:
        for message in error.messages:
            yield f"{host}: {message}"


def _taken(new: NewService) -> Iterator[str]:
    profiles = SiteProfile.objects.filter(reference_prefix=new.reference_prefix)
    if other := profiles.select_related("site").first():
        yield _("The prefix %(prefix)s belongs to %(service)s.") % {
            "prefix": new.reference_prefix,
            "service": other.site.site_name,
        }
    roots = Page.objects.filter(depth=2, slug=new.tree_slug)
    if roots.exists():
        yield _("The page tree has a service named “%(slug)s” already.") % {
            "slug": new.tree_slug
        }


def _wrong_address(manager: str) -> Iterator[str]:
    try:
        validate_email(manager)
    except ValidationError:
        yield _("“%(address)s” is not an e-mail address.") % {"address": manager}
